/* The draft of an edit: a plain row of whoever makes it. Two windows of one person do not overwrite each other unseen. */
import { accepted, refused } from '../../../kernel/outcome.ts'
import { count, mustParse, parse, record, text } from '../../../kernel/schema.ts'
import type { Database } from '../../../platform/database/connect.ts'
import { badInput, outcomeReply, rawRoute, readRoute } from '../../../platform/http/build-route.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import { DraftAnswer, SavedDraft } from '../domain/answers.ts'
import { Sheets } from '../domain/form.ts'
import { dropDraft, findDraft, findVersion, saveDraft } from './store-forms.ts'

const params = record({ form: text(64) })
const DraftSent = record({ basedOn: text(40), sheets: Sheets, revision: count() })
const DraftSeen = record({ revision: count() })
const allow = can('forms.publish')

export const draftRoutes = (database: Pick<Database, 'transaction'>): readonly Route[] => [
  readRoute({
    path: '/api/forms/:form/draft',
    allow,
    summary: 'Your own draft of an edit of this form, if there is one',
    params,
    answer: DraftAnswer,
    read: async ({ tx, tenant, who, params: { form } }) => {
      if ((await findVersion(tx, tenant, { form })) === null) return refused('unknown-form', { form })
      const row = await findDraft(tx, tenant, { form, account: who.account })
      const draft = row && { basedOn: row.based_on, sheets: mustParse(Sheets, row.sheets), revision: row.revision, savedAt: row.saved_at }
      return accepted({ draft })
    },
  }),
  rawRoute({
    method: 'POST',
    path: '/api/forms/:form/draft',
    summary: 'Saves your draft; refused when another window saved after you read it',
    allow,
    schemas: { params, body: DraftSent, answer: SavedDraft },
    answer: async ({ params: given, body, tenant, who, now }) => {
      const asked = parse(params, given)
      const sent = parse(DraftSent, body)
      if (!asked.ok) return badInput(asked.faults)
      if (!sent.ok) return badInput(sent.faults)
      const draft = { ...sent.value, form: asked.value.form, account: who.account, at: now }
      const revision = await database.transaction((tx) => saveDraft(tx, tenant, draft))
      return outcomeReply(revision === null ? refused('draft-changed-elsewhere') : accepted({ revision }))
    },
  }),
  rawRoute({
    method: 'POST',
    path: '/api/forms/:form/draft/removal',
    summary: 'Throws your draft away, as you saw it; what is published stays',
    allow,
    schemas: { params, body: DraftSeen },
    answer: async ({ params: given, body, tenant, who }) => {
      const asked = parse(params, given)
      const seen = parse(DraftSeen, body)
      if (!asked.ok) return badInput(asked.faults)
      if (!seen.ok) return badInput(seen.faults)
      const whose = { form: asked.value.form, account: who.account, revision: seen.value.revision }
      const isGone = await database.transaction((tx) => dropDraft(tx, tenant, whose))
      return outcomeReply(isGone ? accepted({ removed: true }) : refused('draft-changed-elsewhere'))
    },
  }),
]
