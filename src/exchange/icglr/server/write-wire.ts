/*
Takes a document into the log. Ids follow from what is told, so that the same document sent twice, by two machines at once or after
a broken line, adds nothing twice; whoever comes second learns that the site is there.
*/
import { createHash } from 'node:crypto'
import { startOf } from '../../../kernel/calendar.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import { asId } from '../../../kernel/schema.ts'
import type { Who } from '../../../platform/http/who.ts'
import { type Draft, subjectName } from '../../../platform/log/event.ts'
import type { Log } from '../../../platform/log/log.ts'
import type { SiteId } from '../../../modules/sites/contract.ts'
import type { Told } from '../from-wire.ts'

/** The site of an identifier, the same on every server that is told of it. */
export const siteIdOf = (icglrId: string): SiteId => asId('site', uuidV7(0, sha256(`icglr/site/${icglrId}`)))

export async function record(log: Log, who: Who, { site, told }: { readonly site: SiteId; readonly told: readonly Told[] }) {
  const actor = { account: who.account, organisation: who.organisation, role: who.roles.length > 0 ? who.roles.join('+') : null }
  const drafts = told.map(({ stream, kind, key, on, payload }): Draft => ({
    id: uuidV7(Math.max(0, Date.parse(startOf(on))), sha256(`icglr/${stream}/${site}/${key}`)),
    kind,
    subject: subjectName(stream, site),
    happenedAt: startOf(on),
    actor,
    payload,
  }))
  return drafts.length === 0 ? { added: 0, alreadyKnown: 0 } : log.record(who.tenant, drafts)
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()
