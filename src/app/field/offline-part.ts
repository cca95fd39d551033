/*
What a module lets a telephone do without network: which of its commands the outbox takes, how they are called on the shelves, and how answers
of the server look with the unsent commands written in. What is written in is provisional and says so.
*/
import type { WordKey } from '../words.ts'

/** A command on this phone that the server has not answered yet: one's own, or one that was handed over. */
export interface WaitingCommand {
  readonly id: string
  readonly path: string
  /** `inspection:<id>` */
  readonly subject: string
  readonly data: unknown
  readonly account: string
  readonly happenedAt: string
  /** Written on this phone; else handed over by another. */
  readonly mine: boolean
}
export interface OverlayParts {
  /** In causal order. */
  readonly waiting: readonly WaitingCommand[]
  /** What the server last answered to a path, if it is kept here. */
  readonly kept: (path: string) => Promise<unknown>
  readonly now: string
}
/** How something that was said and not taken is said again: what lies ready on the telephone, and the screen that goes on from it. */
export interface Correction {
  /** `fresh`: only where nothing lies there yet. */
  readonly keep: readonly { readonly key: string; readonly text: string; readonly fresh?: true }[]
  readonly to: string
  readonly search: { readonly [name: string]: string }
}
export interface OfflinePart {
  /** The subject of a command to this path, or null when this part does not take it. A thing that the command makes has the command's id. */
  readonly subjectOf: (path: string, commandId: string) => string | null
  /** A line for the shelves; facts never hold a person's name. */
  readonly titleOf: (
    command: WaitingCommand,
    parts: OverlayParts,
  ) => Promise<{ readonly key: WordKey; readonly facts: { readonly [name: string]: string | number } }>
  /** Whether it can be said again with a reason, and how. */
  readonly corrects: (command: WaitingCommand) => boolean
  readonly correction: (
    command: WaitingCommand,
    said: { readonly reason: string; readonly now: string; readonly isRefused: boolean },
  ) => Promise<Correction | null>
  /** What to do after the server refused it. */
  readonly afterRefusal: (command: WaitingCommand) => WordKey
  /** The answer to `path` with what waits written in; `known` is the server's, or null. Null: still no answer. `undefined`: not this part's. */
  readonly overlay: (path: string, known: unknown, parts: OverlayParts) => Promise<unknown>
}
