/*
Consent of one person: what they agreed to and since when, how to take it back, and how it is asked. A withdrawal says beforehand what it cuts; what was
cut stands here afterwards. No is shown as no and not asked as not asked.
*/
import { useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { Dialog } from '../../../../app/kit/dialog.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import { answerLabels, extentLabels, purposeLabels } from '../../domain/consent/consent-labels.ts'
import { say } from '../../domain/label.ts'
import { isChild } from '../../domain/profile/profile.ts'
import type { PartProps } from '../file/part-props.ts'
import { useSteps } from '../file/use-steps.ts'
import { BestInterestsOfConsent } from './best-interests.tsx'
import { type Bodies, useBodies } from './bodies.ts'
import { type HeldAnswer, cutsOf, heldAnswers } from './consent-draft.ts'
import { ConsentForm } from './consent-form.tsx'
import { Overrides } from './overrides.tsx'
import './consent.css'

export function Part({ work }: PartProps) {
  const { t } = useWords()
  const bodies = useBodies()
  const [asking, setAsking] = useState(false)
  const { file, profile } = work.whole
  const held = heldAnswers(file.consents.kept, work.now)
  const live = held.filter((one) => one.state === 'holds')
  return (
    <div className="stack">
      <Panel title={t('consent.holds')} aside={live.length > 0 && <Withdraw work={work} bodies={bodies} answers={live} isAll />}>
        {held.length === 0 ? <EmptyState title={t('consent.none')}>{t('consent.none.do')}</EmptyState> : null}
        <ul className="plain-list consent-list">
          {held.map((one) => (
            <HeldLine key={one.item.id} work={work} bodies={bodies} held={one} />
          ))}
        </ul>
        <WasCut work={work} bodies={bodies} />
        <p className="small">{t('consent.no-difference')}</p>
      </Panel>
      {asking ? (
        <ConsentForm work={work} bodies={bodies} onDone={() => setAsking(false)} />
      ) : (
        <div className="form-actions">
          <Button kind="primary" onClick={() => setAsking(true)}>
            {t('consent.ask')}
          </Button>
        </div>
      )}
      {(profile === null || isChild(profile)) && <BestInterestsOfConsent work={work} />}
      <Overrides work={work} bodies={bodies} />
    </div>
  )
}

type LineProps = PartProps & { readonly bodies: Bodies }
function HeldLine({ work, bodies, held }: LineProps & { readonly held: HeldAnswer }) {
  const { t, language } = useWords()
  const { item, state } = held
  return (
    <li>
      <div>
        <b>{say(purposeLabels, item.purpose, language)}</b>
        {item.recipient !== null && <> · {bodies.name(item.recipient)}</>}
        {item.service !== undefined && <> · {t(`directory.type.${item.service}`)}</>}
        <div className="small">{say(extentLabels, item.extent, language)}</div>
      </div>
      <div className={`consent-state ${state}`}>
        {state === 'holds'
          ? say(answerLabels, 'yes', language)
          : state === 'no' || state === 'not-asked'
            ? say(answerLabels, state, language)
            : t(`consent.${state}`)}
        <div className="small">
          <InstantText at={held.withdrawnAt ?? (state === 'expired' ? (held.until ?? held.since) : held.since)} />
          {state === 'holds' && held.until !== null && (
            <>
              {' '}
              {t('consent.until')} <InstantText at={held.until} />
            </>
          )}
        </div>
      </div>
      {state === 'holds' && <Withdraw work={work} bodies={bodies} answers={[held]} />}
    </li>
  )
}

function Withdraw({
  work,
  bodies,
  answers,
  isAll = false,
}: LineProps & { readonly answers: readonly HeldAnswer[]; readonly isAll?: boolean }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const { act, sending, error, forget } = useSteps(work)
  const cuts = cutsOf(
    work.whole.file,
    answers.map((one) => one.item),
  )
  const consents = [...new Set(answers.map((one) => one.consent))]
  const withdraw = async () => {
    const all = consents.map((consent) => {
      const items = answers.filter((one) => one.consent === consent).map((one) => one.item.id)
      return { about: 'consent', ask: { step: 'withdraw', consent, items } } as const
    })
    if (await act(() => accepted({ all }))) setOpen(false)
  }
  return (
    <Dialog
      title={t(isAll ? 'consent.withdraw-all' : 'consent.withdraw')}
      explain={t('consent.withdraw.explain')}
      open={open}
      onOpen={(next) => {
        forget()
        setOpen(next)
      }}
      trigger={<Button kind={isAll ? 'plain' : 'quiet'}>{t(isAll ? 'consent.withdraw-all' : 'consent.withdraw')}</Button>}
      actions={
        <Button kind="danger" busy={sending} onClick={() => void withdraw()}>
          {t('consent.withdraw.go')}
        </Button>
      }
    >
      <strong>{t('consent.will-cut')}</strong>
      <ul>
        {cuts.stopsWork && <li>{t('consent.will-cut.work')}</li>}
        {cuts.referrals.map((one) => (
          <li key={one.referral}>
            {t('consent.will-cut.referral', { body: bodies.name(one.recipient), service: t(`directory.type.${one.service}`) })}
          </li>
        ))}
        {(cuts.stopsWork || cuts.referrals.some((one) => one.service === 'safehouse')) && <li>{t('withdraw.bed')}</li>}
        {!cuts.stopsWork && cuts.referrals.length === 0 && <li>{t('consent.will-cut.nothing')}</li>}
      </ul>
      {error !== null && <ErrorState error={error} />}
    </Dialog>
  )
}

/** What receivers were asked to erase: it stays here, so that somebody can ring and make sure. */
function WasCut({ work, bodies }: LineProps) {
  const { t } = useWords()
  const { consents, referrals } = work.whole.file
  const cut = [...consents.erasuresAsked].flatMap(([id, at]) => {
    const file = referrals.get(id)
    return file ? [{ file, at }] : []
  })
  if (cut.length === 0) return null
  return (
    <Note tone="calm" live>
      <strong>{t('consent.was-cut')}</strong>
      <ul>
        {cut.map(({ file, at }) => (
          <li key={file.referral}>
            {bodies.name(file.recipient)} · {t(`directory.type.${file.service}`)} · <InstantText at={at} />
          </li>
        ))}
      </ul>
    </Note>
  )
}
