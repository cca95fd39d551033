/*
One request, one transaction, one verdict. A route is data: method, path, who is allowed, schemas in and out, and one function.
A route without `allow` does not type-check; the permission matrix and the API page are made from the same list.
*/
import type { DomainEvent } from '../../kernel/decider.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Schema } from '../../kernel/schema.ts'
import type { Tx } from '../database/transaction.ts'
import type { Execution } from '../log/execute.ts'
import type { Receipt } from '../log/receipt.ts'
import type { Who } from './who.ts'

export type Allow =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'capability'; readonly capability: string }
  /** Several sorts of people, each with a need of their own; what each then gets is decided behind the door. */
  | { readonly kind: 'one-of'; readonly capabilities: readonly [string, ...string[]] }
/** Strangers too: public pages, trust list, sign-in. */
export const anyone: Allow = { kind: 'anyone' }
export const signedIn: Allow = { kind: 'signed-in' }
export const can = (capability: string): Allow => ({ kind: 'capability', capability })
export const canOneOf = (...capabilities: readonly [string, ...string[]]): Allow => ({ kind: 'one-of', capabilities })

/** The capabilities of which one is needed; none where everybody who is known may. */
export const needsOf = (allow: Allow): readonly string[] =>
  allow.kind === 'capability' ? [allow.capability] : allow.kind === 'one-of' ? allow.capabilities : []
/** Whether somebody who is known may. */
export const permits = (allow: Allow, who: Pick<Who, 'capabilities'>): boolean => {
  const needs = needsOf(allow)
  return needs.length === 0 || needs.some((one) => who.capabilities.has(one))
}

/** What a write may do: execute commands under the name of who asks, and read. */
export interface Door {
  readonly execute: <State, Command, Event extends DomainEvent, Context>(
    request: Pick<Execution<State, Command, Event, Context>, 'aggregate' | 'subject' | 'command' | 'context' | 'envelope' | 'beside'> & {
      readonly who: Who
    },
  ) => Promise<Outcome<Receipt>>
  readonly read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Several decisions about several subjects, all or none: the first refusal that `work` answers undoes what was done before it. */
  readonly together: (
    asked: { readonly who: Who; readonly commands: readonly string[] },
    work: (door: Pick<Door, 'execute' | 'read'>) => Promise<Outcome<Receipt>>,
  ) => Promise<Outcome<Receipt>>
}

export interface Reply {
  readonly status: number
  readonly body: unknown
  readonly contentType?: string
  readonly headers?: { readonly [name: string]: string }
}

export interface Incoming {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly headers: { readonly [name: string]: string | undefined }
  /** A stranger has no account and no capability. */
  readonly who: Who
  readonly tenant: string
  readonly language: 'fr' | 'en'
  readonly now: string
  /** From where it came over the network, for counting tries; absent when asked from inside. */
  readonly address?: string
  readonly door: Door
}

export interface Route {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS'
  readonly path: string
  readonly allow: Allow
  readonly summary: string
  readonly schemas: {
    readonly params?: Schema<unknown>
    readonly query?: Schema<unknown>
    readonly body?: Schema<unknown>
    readonly answer?: Schema<unknown>
  }
  readonly kind: 'read' | 'write' | 'page' | 'raw'
  /** The body is a file of at most so many bytes, handed over as it came; without it, the body is JSON. */
  readonly takesBytes?: number
  /** A write in which no cookie counts: a browser may send it without saying from which page (old ones name none where no referrer is sent). */
  readonly fromAnywhere?: boolean
  /** Another standard's own words for what the server itself refuses: nobody signed in, no right, no JSON, a fault. */
  readonly inItsWords?: (reply: Reply, asked: { readonly headers: Incoming['headers']; readonly language: Incoming['language'] }) => Reply
  readonly answerTo: (incoming: Incoming) => Promise<Reply>
}
