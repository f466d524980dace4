/** A comment as its forge has it. */
interface Posted {
  readonly id: number;
  /** Of whom it is, in the words of `whoAmI`. */
  readonly author: string;
  readonly body: string;
}

/** Where the comments of one change are. */
export interface Forge {
  /** Characters of a body that it takes. */
  readonly limit: number;
  /** Who speaks with this token. */
  readonly whoAmI: () => Promise<string>;
  /** False: the change has a newer commit than that of this job. Absent: nothing says the commit. */
  readonly isCurrent?: () => Promise<boolean>;
  readonly comments: () => AsyncIterable<Posted>;
  readonly create: (body: string) => Promise<void>;
  /** False: it is not there any more. */
  readonly update: (id: number, body: string) => Promise<boolean>;
  /** False, likewise. */
  readonly remove: (id: number) => Promise<boolean>;
  /** Page of the run that posts. */
  readonly run?: string;
}
