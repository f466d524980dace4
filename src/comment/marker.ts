import { CommentError } from "./errors.js";

const keyForm = /^[\w.]+(?:[/:-][\w.]+)*$/;

/** The hidden first line by which a comment is found again. */
export function markerOf(key: string): string {
  if (key.length > 200 || !keyForm.test(key)) {
    throw new CommentError(
      `the marker ${JSON.stringify(key.slice(0, 200))} is no key\n  instead: letters, digits, _ and ., with single - / : between them, such as shop/production`,
    );
  }
  return `<!-- webtier:${key} -->`;
}

export function hasMarker(body: string, marker: string): boolean {
  return body.split(/\r?\n/, 1)[0]?.trimEnd() === marker;
}

export function withMarker(body: string, marker: string): string {
  return hasMarker(body, marker) ? body : `${marker}\n${body}`;
}
