/*
An entry of the log as it is stored and as projections see it. It knows nothing of any module: kinds are text, payloads are
checked by the module's own schema when they are read.
*/
export interface Actor {
  readonly account: string
  readonly organisation: string | null
  readonly role: string | null
}

export interface StoredEvent<Payload = unknown> {
  readonly id: string
  readonly tenant: string
  /** 1, 2, 3 … within the tenant's chain, without a gap. */
  readonly position: number
  /** With its version: `site.registered.v1`. */
  readonly kind: string
  /** Name of the stream: `site:<uuid>`. */
  readonly subject: string
  readonly subjectVersion: number
  /** When it happened in the world. */
  readonly happenedAt: string
  /** When this log learned of it: the server's clock. */
  readonly learnedAt: string
  readonly actor: Actor
  /** Who signed: `server:<key>` or the id of an enrolled device. */
  readonly device: string
  readonly payload: Payload
  readonly batchIndex: number
  readonly batchSize: number
  readonly signature: Uint8Array
  readonly previousHash: Uint8Array
  readonly hash: Uint8Array
}

/** An event that was decided or observed and waits for its place in the chain. */
export interface Draft {
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly happenedAt: string
  readonly actor: Actor
  readonly payload: unknown
}

/** `lot` and an identifier give the name of the stream. */
export const subjectName = (aggregate: string, id: string): string => `${aggregate}:${id}`
/** The identifier at the end of a stream's name. */
export const subjectId = (subject: string): string => subject.slice(subject.indexOf(':') + 1)
