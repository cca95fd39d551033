/* A committee written anew from a day on: it begins with what was written down last, and what is taken away here ends on that day. What stood before stays readable. */
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useAnswer, useCommand } from '../../../app/ask.ts'
import { AppLink, Button } from '../../../app/kit/button.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { DateField, LongTextField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { useWords } from '../../../app/words.ts'
import type { CommitteeBoard } from '../contract.ts'
import { PER_YEAR, WholeField, wholeOrNull } from './whole-field.tsx'
import { ActFields, type CommitteeDraft, RuleFields, SeatsOfCommittee, actOf, wholeDraft } from './seat-fields.tsx'

export function ReviseCommitteeScreen({ params }: ScreenProps) {
  const id = params['committee'] ?? ''
  const { data, error, again } = useAnswer<CommitteeBoard>(`/api/coordination/committees/${id}`)
  if (error) return <ErrorState error={error} again={again} />
  // A new version by somebody else begins the form anew: it would be refused with the old one.
  return data ? <ReviseForm key={data.newest.n} board={data} again={again} /> : <Loading />
}
const draftOf = ({ components, quorum, officers }: CommitteeBoard['newest']): CommitteeDraft => ({
  components: components.map((one) => ({ ...one, seats: one.seats.map((seat) => ({ ...seat, organisation: seat.organisation ?? '' })) })),
  ...{ rule: quorum.is, officers },
  leastComponents: quorum.is === 'at-least' ? String(quorum.components) : '',
  leastSeats: quorum.is === 'at-least' ? String(quorum.seats) : '',
})
function ReviseForm({ board, again }: { readonly board: CommitteeBoard; readonly again: () => void }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { newest, line } = board
  const { send, sending, error } = useCommand<object>(`/api/coordination/committees/${line.id}/revisions`)
  const [draft, setDraft] = useState(() => draftOf(newest))
  const { basis, number = '', date = '' } = newest.legal
  const today = todayHere()
  const [said, setSaid] = useState({
    ...{ basis: String(basis), number, date, from: newest.from > today ? newest.from : today },
    ...{ perYear: String(newest.meetingsPerYear), reason: '' },
  })
  const set = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }))
  const whole = wholeDraft(draft)
  const meetingsPerYear = wholeOrNull(said.perYear, PER_YEAR)
  const isWhole = whole !== null && said.from !== '' && said.reason.trim() !== '' && meetingsPerYear !== null
  const revise = async () => {
    if (!isWhole) return
    const data = { version: newest.n, from: said.from, ...whole, meetingsPerYear, legal: actOf(said), reason: said.reason.trim() }
    const receipt = await send(data).catch(() => null)
    if (receipt !== null) void navigate({ to: `/coordination/${line.id}` })
  }
  return (
    <Page
      title={t('committee.revise')}
      crumbs={<AppLink to={`/coordination/${line.id}`}>{line.name}</AppLink>}
      under={t('committee.revise.explain', { n: newest.n })}
    >
      <Panel title={t('committee.revise.when')}>
        <DateField label={t('committee.revise.from')} value={said.from} onValue={(from) => set({ from })} required />
        <LongTextField label={t('committee.reason')} value={said.reason} onValue={(reason) => set({ reason })} maxLength={400} required />
        <WholeField label={t('committee.per-year')} {...PER_YEAR} value={said.perYear} onValue={(perYear) => set({ perYear })} />
      </Panel>
      <Panel title={t('committee.legal')}>
        <ActFields said={said} set={set} />
      </Panel>
      <Panel title={t('committee.components')}>
        <SeatsOfCommittee draft={draft} set={setDraft} />
      </Panel>
      <Panel title={t('committee.quorum')}>
        <RuleFields draft={draft} set={setDraft} />
      </Panel>
      {error && <ErrorState error={error} again={again} />}
      {!isWhole && <Note tone="calm">{t('committee.revise.missing')}</Note>}
      <div>
        <Button kind="primary" busy={sending} disabled={!isWhole} onClick={() => void revise()}>
          {t('committee.revise.go')}
        </Button>
      </div>
    </Page>
  )
}
