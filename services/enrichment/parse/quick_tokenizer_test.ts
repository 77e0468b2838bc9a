import { assertEquals } from "@std/assert";
import { Parser } from "parse5";
import { type HtmlNode, type HtmlTree, isElement, isText, leanTree } from "./html_tree.ts";
import { QuickTokenizer } from "./quick_tokenizer.ts";

const PIECES = [
  ..."<>&\"'=/-!;\0\r\n\t\f é日😀",
  ...["😀", "\r\n", "words and words", "  \n  ", "&amp;", "&nbsp", "&#x41;", "&notit;", "&#0;"],
  ...[
    "<p>",
    "</p>",
    "<P Class=Big>",
    "<div a='1' b=\"2\" c>",
    "<b>",
    "</b>",
    "<br/>",
    "<a href=x?a&b>",
    "</a>",
  ],
  ...["<table>", "<tr><td>", "</table>", "<select><option>", "</select>", "<svg><path d='M0 0'/>", "</svg>"],
  ...[
    "<script>",
    "</script>",
    "<script type='application/ld+json'>",
    "if (a<b) {}",
    "<!--",
    "-->",
    "<!doctype html>",
  ],
  ...[
    "<style>",
    "</style>",
    "<title>",
    "</title>",
    "<textarea>\n",
    "</textarea>",
    "<pre>\r\n",
    "</pre>",
    "<![CDATA[",
  ],
  ...[
    "]]>",
    "<template>",
    "</template>",
    "<noscript>",
    "</noscript>",
    "<iframe>",
    "</iframe>",
    "<math>",
    "<plaintext",
  ],
];

Deno.test("QuickTokenizer makes of a page what the parser's own tokenizer makes of it, however often it rests", () => {
  const next = randomNumbers(7);
  for (let round = 0; round < 3_000; round++) {
    const html = Array.from({ length: next(40) }, () => PIECES[next(PIECES.length)]).join("");
    assertEquals(parseQuickly(html, 1 + next(60)), parseAsUsual(html), JSON.stringify(html));
  }
});

function parseQuickly(html: string, pieceChars: number): unknown {
  const parser = createParser();
  const tokenizer = new QuickTokenizer(parser.options, parser);
  parser.tokenizer = tokenizer;
  tokenizer.open(html);
  while (tokenizer.takePiece(pieceChars));
  return parser.document.childNodes.map(tell);
}

function parseAsUsual(html: string): unknown {
  const parser = createParser();
  parser.tokenizer.write(html, true);
  return parser.document.childNodes.map(tell);
}

function createParser(): Parser<HtmlTree> {
  return new Parser<HtmlTree>({ treeAdapter: leanTree, scriptingEnabled: false });
}

function tell(node: HtmlNode): unknown {
  if (isText(node)) return node.value;
  return isElement(node) ? [node.tagName, node.attrs, node.childNodes.map(tell)] : node.nodeName;
}

/** The same ones each time. @returns below a limit. */
function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor(state / 2 ** 32 * limit);
  };
}
