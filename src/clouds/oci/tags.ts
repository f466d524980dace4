// Sources: Tagging documentation (limits on tags: 10 free-form and 64 defined ones on a resource; keys of 100 printable ASCII
// characters without periods and blanks; 5 K for all of them together, as JSON in UTF-8); read 2026-11.
import type { Declared } from "../../core/declared.js";
import { type Issue, show } from "../../core/errors.js";
import { settingsOf } from "./settings.js";

type Tags = Readonly<Record<string, string>>;

const most = { tags: 10, key: 100, bytes: 5120 } as const;

/** Printable ASCII without periods and blanks: a key of a tag, and each part of a defined one. */
const keyCharacter = "[!-\\-/-~]";
const keyPattern = new RegExp(`^${keyCharacter}+$`);

/** `Namespace.key`. */
export const definedKey = new RegExp(`^${keyCharacter}{1,${most.key}}\\.${keyCharacter}{1,${most.key}}$`);
export const mostDefined = 64;

/** What holds for the free-form tags that a component's resources carry. */
export function tagRules(it: Declared<{ tags?: Record<string, string> }>, path: string): Issue[] {
  const { tags = {} } = it.spec;
  return [
    ...countRules(tags, path),
    ...Object.keys(tags).flatMap((key) => keyRules(key, path)),
    ...sizeRules(it, path),
  ];
}

function countRules(tags: Tags, path: string): Issue[] {
  const { length } = Object.keys(tags);
  if (length <= most.tags) return [];
  return [
    {
      path,
      message: `makes ${length} free-form tags; ${most.tags} are allowed here`,
      instead: "fewer tags, or definedTags in the settings",
    },
  ];
}

function keyRules(key: string, path: string): Issue[] {
  const at = `${path}.${key}`;
  const long = {
    path: at,
    message: `is a key of ${key.length} characters; ${most.key} are allowed here`,
    instead: "a shorter key",
  };
  const odd = {
    path: at,
    message: `${show(key)} holds a character that keys do not take here`,
    instead: "letters, digits and signs of ASCII, without periods and blanks",
  };
  return [...(key.length > most.key ? [long] : []), ...(keyPattern.test(key) ? [] : [odd])];
}

/** Free-form and defined ones together. */
function sizeRules(it: Declared<{ tags?: Record<string, string> }>, path: string): Issue[] {
  const { tags } = it.spec;
  const size = Buffer.byteLength(JSON.stringify({ ...settingsOf(it).definedTags, ...tags }));
  if (tags === undefined || size <= most.bytes) return [];
  return [
    {
      path,
      message: `makes ${size} bytes of tags with the definedTags of the settings; ${most.bytes} are allowed here`,
      instead: "shorter values",
    },
  ];
}
