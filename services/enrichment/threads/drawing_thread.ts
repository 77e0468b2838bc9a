/// <reference lib="deno.worker" />
/** A thread on which pictures are drawn: it knows nothing of pages, so that it is soon there and soon gone. */
import { isBloated } from "shared/pictures/draw_picture.ts";
import { drawFetched } from "../read/draw_fetched.ts";
import { answerOrders } from "./answer_orders.ts";

answerOrders({ methods: { drawPicture: drawFetched }, isSpent: isBloated });
