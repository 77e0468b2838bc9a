/** The compiled code of the two picture libraries; in JavaScript, since TypeScript does not know this kind of import yet. */
import source photon from "@cf-wasm/photon/photon.wasm";
import source resvg from "@resvg/resvg-wasm/index_bg.wasm";

export { photon, resvg };
