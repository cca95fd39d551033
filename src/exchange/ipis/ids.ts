/*
Ids that an import makes again: the same visit gives the same event, so a second import adds nothing and a broken one goes on.
Time first (the visit's day), then a hash of source and key. Sites and their registration have no day of their own, so that a
later extract with an earlier visit still means the same site.
*/
import { createHash } from 'node:crypto'
import { startOf } from '../../kernel/calendar.ts'
import { uuidV7 } from '../../kernel/ids.ts'
import { asId } from '../../kernel/schema.ts'
import type { SiteId } from '../../modules/sites/contract.ts'

/** The site of a pcode (trimmed), the same in every extract and every installation. */
export const siteIdOf = (pcode: string): SiteId => asId('site', uuidV7(0, sha256(`ipis/site/${pcode}`)))
export const registrationIdOf = (pcode: string): string => uuidV7(0, sha256(`ipis/site-registered/${pcode}`))
/** `part` tells apart the events that one row gives. */
export const visitEventIdOf = (vid: string, date: string, part: 'visited' | 'qualification' | 'traceability'): string =>
  uuidV7(Date.parse(startOf(date)), sha256(`ipis/${part}/${vid}`))
/** The same observation read again with other meanings; version 0 is the first and has the observation's own id. */
export const versionIdOf = (first: { readonly id: string; readonly happenedAt: string }, version: number): string =>
  version === 0 ? first.id : uuidV7(Date.parse(first.happenedAt), sha256(`ipis/version/${first.id}/${version}`))
export const voidIdOf = (fact: string, happenedAt: string): string => uuidV7(Date.parse(happenedAt), sha256(`ipis/voided/${fact}`))
export const siteAmendmentIdOf = (pcode: string, number: number): string => uuidV7(0, sha256(`ipis/site-corrected/${pcode}/${number}`))
export const spellingIdOf = (kind: string, folded: string): string => uuidV7(0, sha256(`ipis/spelling/${kind}/${folded}`))
/** Fingerprint of a row's content, hexadecimal. */
export const contentHashOf = (content: string): string => sha256(content).toString('hex')

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()
