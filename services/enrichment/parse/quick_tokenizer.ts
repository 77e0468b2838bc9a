/**
 * The tokenizer of the HTML parser, which takes what holds no sign for it in one piece: the library's own looks at each
 * character by itself and joins them one by one, which costs most of the time of parsing, and memory. What it makes of a
 * page is the same.
 */
import { Token, Tokenizer } from "parse5";
import { settle } from "./html_tree.ts";

/** Whether a character ends a piece, by its code; all beyond ASCII are one. */
type Ends = Uint8Array;

const BEYOND_ASCII = 128;
const NULL = "\0";
/** Becomes another character, and what follows it may be its line feed. */
const RETURN = "\r";

const BLANK = " \t\n\f";
const CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const TEXT = endsAt("<&");
const RAW_TEXT = endsAt("<");
const COMMENT = endsAt("<-");
const TAG_NAME = endsAt(`/>${BLANK}${CAPITALS}`);
const ATTRIBUTE_NAME = endsAt(`/>="'<${BLANK}${CAPITALS}`);
const DOUBLE_QUOTED = endsAt('"&');
const SINGLE_QUOTED = endsAt("'&");
const UNQUOTED = endsAt(`>&${BLANK}`);
const BLANKS = new Uint8Array(BEYOND_ASCII + 1).fill(1);
for (const blank of BLANK) BLANKS[blank.charCodeAt(0)] = 0;

const { CHARACTER, WHITESPACE_CHARACTER } = Token.TokenType;

export class QuickTokenizer extends Tokenizer {
  #restAt = 0;

  /** To be called before all else. The source stays in one piece: to look into one made of pieces takes twice as long. */
  open(html: string): void {
    this.preprocessor.bufferWaterline = Infinity;
    this.pause();
    this.write(html, true);
  }

  /**
   * Goes on for so many characters, or a few more. A program or a picture within the page may be a million characters full
   * of signs, and weigh thirty times as much until it ends: so what has come of it is handed to the tree, which lets go of
   * what nobody reads. @returns whether there is more.
   */
  takePiece(chars: number): boolean {
    this.#restAt = this.preprocessor.pos + chars;
    this.resume();
    this._emitCurrentCharacterToken(null);
    settle(this.currentAttr.value);
    return this.paused;
  }

  protected override _callState(code: number): void {
    super._callState(code);
    if (this.preprocessor.pos >= this.#restAt) this.pause();
  }

  protected override _stateData(code: number): void {
    const { state } = this;
    super._stateData(code);
    if (this.state === state) this.#goOn();
  }

  protected override _stateRcdata(code: number): void {
    const { state } = this;
    super._stateRcdata(code);
    if (this.state === state) this.#goOn();
  }

  protected override _stateRawtext(code: number): void {
    const { state } = this;
    super._stateRawtext(code);
    if (this.state === state) this.#goOnRaw();
  }

  protected override _stateScriptData(code: number): void {
    const { state } = this;
    super._stateScriptData(code);
    if (this.state === state) this.#goOnRaw();
  }

  protected override _stateTagName(code: number): void {
    const { state } = this;
    super._stateTagName(code);
    // The cast: in this state it is a tag.
    if (this.state === state) (this.currentToken as Token.TagToken).tagName += this.#take(TAG_NAME);
  }

  protected override _stateAttributeName(code: number): void {
    const { state } = this;
    super._stateAttributeName(code);
    if (this.state === state) this.currentAttr.name += this.#take(ATTRIBUTE_NAME);
  }

  protected override _stateAttributeValueDoubleQuoted(code: number): void {
    const { state } = this;
    super._stateAttributeValueDoubleQuoted(code);
    if (this.state === state) this.currentAttr.value += this.#take(DOUBLE_QUOTED);
  }

  protected override _stateAttributeValueSingleQuoted(code: number): void {
    const { state } = this;
    super._stateAttributeValueSingleQuoted(code);
    if (this.state === state) this.currentAttr.value += this.#take(SINGLE_QUOTED);
  }

  protected override _stateAttributeValueUnquoted(code: number): void {
    const { state } = this;
    super._stateAttributeValueUnquoted(code);
    if (this.state === state) this.currentAttr.value += this.#take(UNQUOTED);
  }

  /** Nobody reads it. */
  protected override _stateComment(code: number): void {
    const { state } = this;
    super._stateComment(code);
    if (this.state === state) this.#take(COMMENT);
  }

  /** Blanks between words may go with them: where only blanks are text, in a set of frames, nobody looks for any. */
  #goOn(): void {
    const token = this.currentCharacterToken;
    if (token?.type === CHARACTER) token.chars += this.#take(TEXT);
    else if (token?.type === WHITESPACE_CHARACTER) token.chars += this.#take(BLANKS);
  }

  #goOnRaw(): void {
    const text = this.#take(RAW_TEXT);
    if (text !== "") this._appendCharToCurrentCharacterToken(CHARACTER, text);
  }

  /** From behind the last character that was looked at. */
  #take(ends: Ends): string {
    const { html, pos } = this.preprocessor;
    if (html[pos] === RETURN) return "";
    let end = pos + 1;
    while (end < html.length && ends[Math.min(html.charCodeAt(end), BEYOND_ASCII)] === 0) end++;
    this.preprocessor.pos = end - 1;
    return html.slice(pos + 1, end);
  }
}

function endsAt(signs: string): Ends {
  const ends = new Uint8Array(BEYOND_ASCII + 1);
  for (const sign of signs + NULL + RETURN) ends[sign.charCodeAt(0)] = 1;
  return ends;
}
