/// <reference lib="deno.worker" />
/** A thread on which pages are read. */
import { answerOrders } from "./answer_orders.ts";
import { readHere } from "./reader.ts";

const { scanPage, readSite } = readHere;
answerOrders({ methods: { scanPage, readSite } });
