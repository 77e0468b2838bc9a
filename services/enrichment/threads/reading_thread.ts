/// <reference lib="deno.worker" />
/** A thread on which pages are read. */
import { readHere } from "../read/reader.ts";
import { answerOrders } from "./answer_orders.ts";

const { scanPage, readSite } = readHere;
answerOrders({ methods: { scanPage, readSite } });
