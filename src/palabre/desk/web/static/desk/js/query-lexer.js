// A query cut into what is shown in another colour. It only paints: what a query means is told by the server.
const OPERATOR = String.raw`(?:AND|OR|NOT|ET|OU|SAUF|XNOT|TO|O?NEAR(?:\/\d+)?|SAME(?::\w+)?)(?=[\s()]|$)`;
const PIECES = new RegExp(
  [
    String.raw`(?<comment><<<[\s\S]*?(?:>>>|$))`,
    String.raw`(?<saved>@query:(?:"[^"\n]*"?|[^\s()"]*))`,
    String.raw`(?<phrase>«[^»]*»?|["“”„][^"“”„]*["“”„]?)`,
    String.raw`(?<bracket>[()])`,
    String.raw`(?<cased>\{[^}\n]*\}?)`,
    String.raw`(?<regex>(?<=^|[\s(])\/(?:\\.|[^\/\\\n])+\/[a-z]*(?=[\s)]|$))`,
    String.raw`(?<operator>(?<=^|[\s()])${OPERATOR})`,
    String.raw`(?<minus>(?<=^|[\s(])[-−](?=[^\s)]))`,
    String.raw`(?<field>(?<=^|[\s(\-−])[\p{L}_]+(?=:[^\s:\/]))`,
    String.raw`(?<tag>[#@][\p{L}\p{N}_]+)`,
    String.raw`(?<wild>[^\s()"“”„«»]*[*?~][^\s()"“”„«»]*)`,
    String.raw`(?<word>[^\s()"“”„«»:]+:?)`,
  ].join("|"),
  "gu",
);
const SHOWN_AS = { minus: "operator", comment: "comment", word: "" };

// Yield {start, end, kind} for what has a colour of its own; the rest of the text stands between.
export function* pieces(text) {
  for (const found of text.matchAll(PIECES)) {
    const kind = Object.keys(found.groups).find((name) => found.groups[name] !== undefined);
    const shown = SHOWN_AS[kind] ?? kind;
    if (shown) yield { start: found.index, end: found.index + found[0].length, kind: shown };
  }
}

// The query as elements: spans for what has a colour, plain text between.
export function painted(text) {
  const drawn = document.createDocumentFragment();
  let at = 0;
  for (const { start, end, kind } of pieces(text)) {
    if (start > at) drawn.append(text.slice(at, start));
    const span = document.createElement("span");
    span.className = `q-${kind}`;
    span.textContent = text.slice(start, end);
    drawn.append(span);
    at = end;
  }
  drawn.append(text.slice(at));
  return drawn;
}

// The places of the parenthesis beside the caret and of its like; null where there is none, or it is alone.
export function brackets(text, caret) {
  const stack = [];
  for (const { start, kind } of pieces(text)) {
    if (kind !== "bracket") continue;
    if (text[start] === "(") stack.push(start);
    else {
      const open = stack.pop();
      if (open !== undefined && [open, open + 1, start, start + 1].includes(caret)) return [open, start];
    }
  }
  return null;
}
