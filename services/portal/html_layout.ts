/** Takes the line breaks out of a template that only lay out its source. */

/** Beside words a line break is a space, as in HTML; between tags and holes it draws nothing, as in JSX. */
export function dropLayout(strings: readonly string[]): string[] {
  return strings.map((part, index) => {
    const isFirst = index === 0;
    const isLast = index === strings.length - 1;
    return part.replace(/[ \t]*\n\s*/g, (run, at: number) => {
      const before = part[at - 1];
      const after = part[at + run.length];
      if ((before === undefined && isFirst) || (after === undefined && isLast)) return "";
      return isWord(before, ">") || isWord(after, "<") ? " " : "";
    });
  });
}

/** Nothing beside it means a hole. */
function isWord(neighbour: string | undefined, tagEdge: string): boolean {
  return neighbour !== undefined && neighbour !== tagEdge;
}
