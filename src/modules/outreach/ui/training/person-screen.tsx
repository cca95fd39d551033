/* One badge: what is known of it, and the name where one was given. Opening this page is written down, and who looked before stands below. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../../app/kit/button.tsx'
import { LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { ScreenProps } from '../../../../app/screen.ts'
import { type PersonShown, RevocationReason, type SessionShown } from '../../contract-training.ts'

export function PersonScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const [session, badge] = [params['session'] ?? '', Number(params['badge'] ?? '0')]
  const at = `/api/training/sessions/${session}`
  const shown = useAnswer<SessionShown>(at)
  const person = useAnswer<PersonShown>(`${at}/participants/${badge}/person`)
  const again = () => {
    shown.again()
    person.again()
  }
  const participant = shown.data?.participants?.find((one) => one.badge === badge)
  const error = shown.error ?? person.error
  return (
    <Page
      discreet
      title={t('training.badge.n', { badge })}
      crumbs={<AppLink to={`/trainings/${session}`}>{shown.data?.line.number ?? t('trainings.title')}</AppLink>}
      under={participant && t(`training.category.${participant.category}`)}
      answer={person.answer}
      actions={
        participant &&
        !participant.isErased && (
          <Acts
            at={`${at}/participants/${badge}`}
            again={again}
            canRevoke={participant.certificate?.isRevoked === false}
            session={at}
            badge={badge}
          />
        )
      }
    >
      {error && <ErrorState error={error} again={again} />}
      {!person.data && !error && <Loading />}
      {person.data && (
        <>
          <Panel title={t('training.name')}>
            {participant?.isErased ? (
              <Note tone="calm">{t('training.erased')}</Note>
            ) : (
              <p className="number">{person.data.name ?? t('training.name.none')}</p>
            )}
            {person.data.birthYear !== null && <p>{t('training.born', { year: String(person.data.birthYear) })}</p>}
            {participant && <p className="small">{t('training.linked', { n: participant.sessions })}</p>}
            <Source>{t('training.rule.looks')}</Source>
          </Panel>
          <Panel title={t('training.looks')}>
            <ul>
              {person.data.looks.map((look, place) => (
                <li key={`${look.at}/${place}`}>
                  <InstantText at={look.at} /> · {t(`training.look.${look.what}`)} ·{' '}
                  {t(look.mine ? 'training.look.mine' : 'training.look.other')}
                </li>
              ))}
            </ul>
          </Panel>
        </>
      )}
    </Page>
  )
}

interface ActsProps {
  readonly at: string
  readonly session: string
  readonly badge: number
  readonly canRevoke: boolean
  readonly again: () => void
}
function Acts({ canRevoke, ...of }: ActsProps) {
  return (
    <>
      <NameAct {...of} />
      {canRevoke && <RevokeAct {...of} />}
      <EraseAct {...of} />
    </>
  )
}
type ActProps = Omit<ActsProps, 'canRevoke'>
function NameAct({ at, again }: ActProps) {
  const { t } = useWords()
  const [said, setSaid] = useState({ name: '', year: '' })
  const name = said.name.trim()
  const data = name === '' ? null : { person: { name, ...(/^\d{4}$/.test(said.year) ? { birthYear: Number(said.year) } : {}) } }
  const title = t('training.name.give')
  return (
    <ActDialog {...{ title, explain: t('training.name.hint'), go: title, path: `${at}/links`, data }} kind="plain" onDone={again}>
      <TextField
        label={t('training.name')}
        value={said.name}
        onValue={(value) => setSaid({ ...said, name: value })}
        maxLength={120}
        sealed
      />
      <TextField
        label={t('training.birth-year')}
        inputMode="numeric"
        value={said.year}
        onValue={(year) => setSaid({ ...said, year })}
        maxLength={4}
        sealed
      />
    </ActDialog>
  )
}
function RevokeAct({ session, badge, again }: ActProps) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const data = reason === '' ? null : { badge, reason }
  const title = t('training.revoke')
  return (
    <ActDialog
      {...{ title, explain: t('training.revoke.explain'), go: title, path: `${session}/certificate-revocations`, data }}
      kind="danger"
      onDone={again}
    >
      <SelectField
        label={t('training.reason')}
        value={reason}
        options={[
          { value: '', label: t('training.choose') },
          ...RevocationReason.options.map((value) => ({ value: String(value), label: t(`training.revoke.reason.${value}`) })),
        ]}
        onValue={setReason}
      />
    </ActDialog>
  )
}
function EraseAct({ at, again }: ActProps) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const data = reason.trim() === '' ? null : { reason: reason.trim() }
  const title = t('training.erase')
  return (
    <ActDialog {...{ title, explain: t('training.erase.explain'), go: title, path: `${at}/erasure`, data }} kind="danger" onDone={again}>
      <LongTextField label={t('training.reason')} value={reason} onValue={setReason} maxLength={400} required />
    </ActDialog>
  )
}
