/// <reference lib="deno.worker" />
/** A thread on which pictures are drawn: it knows nothing of pages, so that it is soon there and soon gone. */
import { answerOrders } from "./answer_orders.ts";
import { drawPicture, isBloated } from "./draw_picture.ts";

answerOrders({ methods: { drawPicture }, isSpent: isBloated });
