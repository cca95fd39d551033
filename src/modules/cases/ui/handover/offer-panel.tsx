/*
The whole case for another body, from the side of who keeps it: whom to, which vaults, until when an answer is waited for. The keys are sealed here to the few there who may take it over; they are
given out when one of them accepts. What happens to one's own reading then is said beforehand, because it cannot be undone.
*/
import { useEffect, useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { refusalText, useWords } from '../../../../app/words.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { KeyHolderShown } from '../../contract-keys.ts'
import type { VaultName } from '../../contract-vault.ts'
import { takingBackLabels } from '../../domain/handover/handover-labels.ts'
import { agreedFor, firstHandoverRule } from '../../domain/handover/handover.ts'
import { TakingBack } from '../../domain/handover/handover-words.ts'
import { TAKES_IN, useBodies } from '../consent/bodies.ts'
import { optionsOf } from '../consent/consent-form.tsx'
import { askHolders } from '../file/ask-keys.ts'
import type { PartProps } from '../file/part-props.ts'
import { useSteps } from '../file/use-steps.ts'
import { Ask } from '../referral/referral-part.tsx'
import { vaultLabels } from '../team/team-labels.ts'
import { VaultGate } from '../../../../app/sealing/vault-gate.tsx'
import { answerBy, offerSteps, takersOf } from './offer-steps.ts'

export function OfferPanel({ work }: PartProps) {
  const { t } = useWords()
  return (
    <Panel title={t('closure.transfer')}>
      <div className="stack">{work.whole.handover === null ? <Choosing work={work} /> : <Waiting work={work} />}</div>
    </Panel>
  )
}

function Waiting({ work }: PartProps) {
  const { t, language } = useWords()
  const bodies = useBodies()
  const { act, sending, error } = useSteps(work)
  const { handover } = work.whole
  if (handover === null) return null
  const takeBack = (reason: (typeof TakingBack.options)[number]) =>
    void act(() => accepted({ all: [{ about: 'handover', ask: { step: 'take-back', handover: handover.handover, reason } }] }))
  return (
    <>
      <p>
        {t('handover.waits', { body: bodies.name(handover.recipient) })} <InstantText at={handover.respondBy} />
      </p>
      <Note tone="calm">{t('handover.waits.cut')}</Note>
      {error !== null && <ErrorState error={error} />}
      <div className="field-row no-print">
        <Ask
          label={t('handover.take-back')}
          options={optionsOf(takingBackLabels, TakingBack.options, language)}
          busy={sending}
          onChosen={takeBack}
        />
      </div>
    </>
  )
}

interface Bodies {
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
}
function Choosing({ work }: PartProps) {
  const { t } = useWords()
  const [recipient, setRecipient] = useState('')
  const bodies = useAnswer<Bodies>('/api/organisations').data
  const agreed =
    recipient === '' ? null : agreedFor(work.whole, asId('organisation', recipient), { at: work.now, bands: work.rules.ageBands })
  const readable = (work.answer?.vaults ?? []).filter((one) => work.whole.access.generations.has(one))
  const vaults = agreed?.ok === true ? readable.filter((one) => agreed.value.vaults.includes(one)) : []
  return (
    <>
      <p>{t('closure.transfer.explain')}</p>
      <ul className="small">
        <li>{t('handover.before.answer')}</li>
        <li>{t('handover.before.after')}</li>
        <li>{t('handover.before.witness')}</li>
      </ul>
      <NamedField
        label={t('closure.transfer.to')}
        named={bodies?.organisations.filter((one) => one.id !== work.organisation && takesOver(one.kind))}
        empty={t('opening.body.choose')}
        value={recipient}
        onValue={setRecipient}
      />
      {agreed?.ok === false && <Note tone="red">{refusalText(agreed.refusal.code, agreed.refusal.facts)}</Note>}
      {agreed?.ok === true && !vaults.includes('identity') && <Note tone="red">{refusalText('handover-without-identity', {})}</Note>}
      {agreed?.ok === true && vaults.includes('identity') && (
        <VaultGate>{() => <Offering {...{ work, recipient, vaults }} left={readable.filter((one) => !vaults.includes(one))} />}</VaultGate>
      )}
      <Source>{t('handover.source', { days: firstHandoverRule.mostDays })}</Source>
    </>
  )
}
/** Who takes cases in, and who accompanies people in justice or in health. */
const takesOver = (kind: string): boolean => TAKES_IN.includes(kind) || kind === 'legal-aid' || kind === 'health-service'

interface OfferingProps extends PartProps {
  readonly recipient: string
  readonly vaults: readonly VaultName[]
  /** Read here, and not agreed to. */
  readonly left: readonly VaultName[]
}
function Offering({ work, recipient, vaults, left }: OfferingProps) {
  const { t, language } = useWords()
  const { takers, error: trouble } = useTakers(recipient)
  const [compared, setCompared] = useState(false)
  const { act, sending, error } = useSteps(work)
  const named = (all: readonly VaultName[]) => all.map((one) => vaultLabels[one][language]).join(', ')
  const due = answerBy(work)
  const offer = () =>
    void act(() =>
      takers === undefined
        ? refused('body-without-keys')
        : offerSteps(work, { handover: newId(), recipient, takers, vaults, respondBy: due }),
    )
  return (
    <div className="stack no-print">
      {trouble !== null && <ErrorState error={trouble} />}
      <p>{t('handover.goes', { vaults: named(vaults) })}</p>
      {left.some((one) => one !== 'witness') && (
        <Note tone="warn">{t('handover.stays', { vaults: named(left.filter((one) => one !== 'witness')) })}</Note>
      )}
      {takers?.length === 0 && <Note tone="red">{t('handover.nobody')}</Note>}
      {takers !== undefined && takers.length > 0 && (
        <>
          <Note tone="calm">
            {t('handover.digits', { n: takers.length })}{' '}
            {takers.map((one) => (
              <strong key={one.account} className="code">
                {one.fingerprint}{' '}
              </strong>
            ))}
          </Note>
          <CheckChoice label={t('team.compared')} checked={compared} onChecked={setCompared} />
          <p className="small">
            {t('handover.until')} <InstantText at={due} />
          </p>
        </>
      )}
      {error !== null && <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" busy={sending} disabled={!compared || takers === undefined || takers.length === 0} onClick={offer}>
          {t('handover.offer')}
        </Button>
      </div>
    </div>
  )
}
/** Of who supervises there, else of who receives there. */
function useTakers(recipient: string): { readonly takers: readonly KeyHolderShown[] | undefined; readonly error: unknown } {
  const [state, setState] = useState<{ readonly takers?: readonly KeyHolderShown[]; readonly error?: unknown }>({})
  useEffect(() => {
    let isShown = true
    takersOf(recipient, askHolders).then(
      (takers) => isShown && setState({ takers }),
      (error: unknown) => isShown && setState({ error }),
    )
    return () => {
      isShown = false
      setState({})
    }
  }, [recipient])
  return { takers: state.takers, error: state.error ?? null }
}
