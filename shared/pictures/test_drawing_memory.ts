/** For tests: draws all that would grow, and tells how much memory that took. */
import { tellGrowth } from "shared/test_memory.ts";
import { drawPicture } from "./draw_picture.ts";
import { listGrowing } from "./test_pictures.ts";

await tellGrowth(async () => {
  for (const file of Object.values(listGrowing())) await drawPicture(file).catch(() => {});
});
