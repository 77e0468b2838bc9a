/// <reference lib="deno.worker" />
/** A thread on which pictures are drawn: it knows nothing of pages, so that it is soon there and soon gone. */
import { isBloated } from "shared/pictures/draw_picture.ts";
import { answerOrders } from "./answer_orders.ts";
import { drawFetched } from "./draw_fetched.ts";

answerOrders({ methods: { drawPicture: drawFetched }, isSpent: isBloated });
