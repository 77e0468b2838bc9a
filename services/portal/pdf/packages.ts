/** Which files of npm packages the PDF worker needs; without loading them, so that the rights can be built from it. */
import { fileURLToPath } from "node:url";
import { createRequire } from "node:module";
import { dirname } from "node:path";
// Naming the packages' own descriptions puts the packages into Deno's module graph, so that they can be resolved.
import gothic from "@expo-google-fonts/biz-udpgothic/package.json" with { type: "json" };
import korean from "@expo-google-fonts/nanum-gothic/package.json" with { type: "json" };
import emoji from "@expo-google-fonts/noto-emoji/package.json" with { type: "json" };
import hebrew from "@expo-google-fonts/noto-sans-hebrew/package.json" with { type: "json" };
import thai from "@expo-google-fonts/noto-sans-thai/package.json" with { type: "json" };
import noto from "@expo-google-fonts/noto-sans/package.json" with { type: "json" };
import vazirmatn from "@expo-google-fonts/vazirmatn/package.json" with { type: "json" };
import chinese from "@expo-google-fonts/zcool-xiaowei/package.json" with { type: "json" };
import compiler from "@myriaddreamin/typst-ts-node-compiler/package.json" with { type: "json" };

/**
 * Latin, Greek, Cyrillic and Devanagari; Arabic and Persian; Japanese; Hebrew, Thai, Korean, simplified Chinese, emoji.
 * Other scripts fall back to the machine's fonts. Noto's Arabic fonts part letters from their dots, so that copied text is
 * wrong; Vazirmatn does not.
 */
const FONTS = [
  `${noto.name}/400Regular/NotoSans_400Regular.ttf`,
  `${noto.name}/700Bold/NotoSans_700Bold.ttf`,
  `${vazirmatn.name}/400Regular/Vazirmatn_400Regular.ttf`,
  `${vazirmatn.name}/700Bold/Vazirmatn_700Bold.ttf`,
  `${gothic.name}/400Regular/BIZUDPGothic_400Regular.ttf`,
  `${gothic.name}/700Bold/BIZUDPGothic_700Bold.ttf`,
  `${hebrew.name}/400Regular/NotoSansHebrew_400Regular.ttf`,
  `${hebrew.name}/700Bold/NotoSansHebrew_700Bold.ttf`,
  `${thai.name}/400Regular/NotoSansThai_400Regular.ttf`,
  `${thai.name}/700Bold/NotoSansThai_700Bold.ttf`,
  `${korean.name}/400Regular/NanumGothic_400Regular.ttf`,
  `${korean.name}/700Bold/NanumGothic_700Bold.ttf`,
  `${chinese.name}/400Regular/ZCOOLXiaoWei_400Regular.ttf`,
  `${emoji.name}/400Regular/NotoEmoji_400Regular.ttf`,
];

export function fontFiles(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return FONTS.map((font) => resolve(font));
}

export interface PdfRights {
  /** For `--allow-read`. */
  readonly read: readonly string[];
  /** For `--allow-ffi`. */
  readonly ffi: readonly string[];
  /** For `--allow-env`. */
  readonly env: readonly string[];
}

/** What the service that draws PDFs must be allowed, beside its own connection to NATS. */
export function pdfRights(): PdfRights {
  const workerFolder = dirname(fileURLToPath(import.meta.url));
  const fontFolders = [...new Set(fontFiles().map(dirname))];
  return {
    // The compiler's loader reads /usr/bin/ldd to learn which C library the machine has.
    read: [workerFolder, "/usr/bin/ldd", ...fontFolders],
    ffi: nativeFolders(),
    env: ["NAPI_RS_FORCE_WASI"],
  };
}

/** The compiler is a native library in a package of its own for each platform; those of other platforms are absent. */
function nativeFolders(): string[] {
  const { resolve } = createRequire(createRequire(import.meta.url).resolve(compiler.name));
  return Object.keys(compiler.optionalDependencies).flatMap((name) => {
    try {
      return [dirname(resolve(name))];
    } catch {
      // Not for this platform, so not installed.
      return [];
    }
  });
}
