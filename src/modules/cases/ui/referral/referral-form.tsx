/*
A referral is written: a service from the directory, exactly what goes, by when an answer is asked. A field outside the consent cannot be ticked and says
why. What is said in words is sealed here to the readers of the receiving body; where nobody there has a key, only codes go, or a slip.
*/
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice, Choice } from '../../../../app/kit/choice.tsx'
import { LongTextField, SelectField } from '../../../../app/kit/field.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { refusalText, useWords } from '../../../../app/words.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { PackageBox } from '../../contract.ts'
import type { DirectoryAnswer, ServicePointLine } from '../../contract-directory.ts'
import { fieldLabels } from '../../domain/consent/consent-labels.ts'
import { say } from '../../domain/label.ts'
import { urgencyLabels } from '../../domain/referral/referral-labels.ts'
import { type PackageField, type ReferralCommand, ServiceType } from '../../domain/referral/referral-words.ts'
import type { Bodies } from '../consent/bodies.ts'
import { filesThatMayGo, headsOf, releaseSteps } from '../attachments/package-files.ts'
import { FilesToSend } from '../attachments/files-to-send.tsx'
import { optionsOf } from '../consent/consent-form.tsx'
import { admitted, askHolders } from '../file/ask-keys.ts'
import type { PartProps } from '../file/part-props.ts'
import type { CaseWork } from '../file/use-case.ts'
import { useSteps } from '../file/use-steps.ts'
import { type PackageTexts, sealPackage } from '../../../../app/sealing/package.ts'
import { Offered } from './offered-points.tsx'
import { type FieldPlan, type PackageAsked, gateFor, nextService, packagePlan, respondBy, waysFor } from './package-plan.ts'
import '../directory/directory.css'

interface Props extends PartProps {
  readonly bodies: Bodies
  readonly onDone: () => void
}
const URGENCIES = ['high', 'medium', 'low'] as const
type Channel = 'in-system' | 'paper-code' | 'phone'

export function ReferralForm({ work, bodies, onDone }: Props) {
  const { t, language } = useWords()
  const [service, setService] = useState<ServiceType>(() => nextService(work.whole.file))
  const [point, setPoint] = useState<ServicePointLine | null>(null)
  const { data } = useAnswer<DirectoryAnswer>('/api/service-points')
  const received = new Set((data?.points ?? []).filter(({ facts }) => facts.organisation !== null).map(({ facts }) => facts.type))
  const nameOf = (type: ServiceType): string => {
    const name = t(`directory.type.${type}`)
    return received.has(type) ? t('referral.service.received', { service: name }) : name
  }
  return (
    <Panel title={t('referral.new')}>
      <div className="stack">
        <SelectField
          label={t('consent.service')}
          value={service}
          options={ServiceType.options.map((value) => ({ value, label: nameOf(value) }))}
          onValue={(chosen) => {
            setService(chosen)
            setPoint(null)
          }}
        />
        {point === null ? (
          <Offered work={work} bodies={bodies} service={service} onChosen={setPoint} />
        ) : (
          <ToWhom key={point.id} work={work} bodies={bodies} point={point} service={service} onDone={onDone} />
        )}
        <div className="form-actions">
          {point !== null && <Button onClick={() => setPoint(null)}>{t('referral.other-point')}</Button>}
          <Button onClick={onDone}>{t('app.close')}</Button>
        </div>
        <Source>{t('referral.clock', { level: say(urgencyLabels, 'high', language) })}</Source>
      </div>
    </Panel>
  )
}

interface ToWhomProps extends Props {
  readonly point: ServicePointLine
  readonly service: ServiceType
}
/** Consent names a body: where the directory does not say whose service it is, the worker does. */
function ToWhom(props: ToWhomProps) {
  const { t } = useWords()
  const { bodies, point } = props
  const [body, setBody] = useState(point.facts.organisation ?? '')
  return (
    <div className="stack">
      {point.facts.organisation === null && (
        <>
          <b>{point.facts.name}</b>
          <SelectField
            label={t('consent.body')}
            hint={t('referral.body.hint')}
            value={body}
            options={[{ value: '', label: t('consent.choose') }, ...bodies.options]}
            onValue={setBody}
          />
        </>
      )}
      {body !== '' && <Package key={body} {...props} body={body} />}
    </div>
  )
}

interface PackageProps extends ToWhomProps {
  readonly body: string
}
const askedOf = (work: CaseWork, to: Pick<PackageAsked, 'recipient' | 'service'>): PackageAsked => ({
  ...{ file: work.whole.file, profile: work.whole.profile, at: work.now, bands: work.rules.ageBands, ...to },
})
function Package({ work, bodies, point, service, body, onDone }: PackageProps) {
  const { t } = useWords()
  const { act, sending, error } = useSteps(work)
  const [urgency, setUrgency] = useState<(typeof URGENCIES)[number]>('high')
  const ways = waysFor(point.facts)
  const [channel, setChannel] = useState<Channel>(ways[0])
  const [texts, setTexts] = useState<PackageTexts>({})
  const recipient = asId('organisation', body)
  const asked = askedOf(work, { recipient, service })
  // What is said in words needs somebody there who opens it here.
  const plan = packagePlan(asked).filter((one) => one.isCoded || point.facts.organisation !== null)
  const [chosen, setChosen] = useState<readonly PackageField[]>(() =>
    plan.filter((one) => one.refusal === null && one.isMinimum && one.isCoded).map((one) => one.field),
  )
  const gate = gateFor(asked)
  const [files, setFiles] = useState<readonly string[]>([])
  const due = respondBy(urgency, work.now, work.rules.clocks)
  const send = async () => {
    const sent = await act(async () => {
      const referral = asId('referral', newId())
      const said = Object.fromEntries(
        Object.entries(texts).filter(([field, text]) => chosen.some((one) => one === field) && text.trim() !== ''),
      )
      const going = filesThatMayGo(work.whole.attachments, chosen).filter(({ file }) => files.includes(file.attachment))
      const withFiles = { ...said, ...headsOf(work, going) }
      const boxes = await boxesFor({ account: work.account, referral, recipient, texts: withFiles })
      if (!boxes.ok) return boxes
      const reach = { referral, recipient, servicePoint: point.id, service, urgency, channel }
      const draft: ReferralCommand = { step: 'draft', ...reach, package: [...chosen] }
      return accepted({
        all: [
          { about: 'referral', ask: draft },
          ...releaseSteps(referral, going),
          { about: 'referral', ask: { step: 'send', referral, respondBy: due } },
        ],
        beside: { packages: boxes.value },
      })
    })
    if (sent) onDone()
  }
  if (gate !== null)
    return (
      <Note tone="red" live>
        <b>{point.facts.name}</b> · {bodies.name(recipient)}
        <p>{refusalText(gate.code, gate.facts)}</p>
      </Note>
    )
  return (
    <div className="stack">
      <b>
        {point.facts.name} · {bodies.name(recipient)}
      </b>
      <How urgency={urgency} setUrgency={setUrgency} channel={channel} setChannel={setChannel} ways={ways} />
      <FieldsToSend plan={plan} chosen={chosen} setChosen={setChosen} texts={texts} setTexts={setTexts} />
      {point.facts.organisation !== null && channel === 'in-system' && (
        <FilesToSend work={work} fields={chosen} chosen={files} setChosen={setFiles} />
      )}
      <p>
        {t('referral.respond-by')} <InstantText at={due} />
      </p>
      {error !== null && <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" busy={sending} disabled={chosen.length === 0} onClick={() => void send()}>
          {t('referral.send')}
        </Button>
      </div>
    </div>
  )
}

interface HowProps {
  readonly urgency: (typeof URGENCIES)[number]
  readonly setUrgency: (urgency: (typeof URGENCIES)[number]) => void
  readonly channel: Channel
  readonly setChannel: (channel: Channel) => void
  readonly ways: readonly Channel[]
}
function How({ urgency, setUrgency, channel, setChannel, ways }: HowProps) {
  const { t, language } = useWords()
  return (
    <>
      <Choice legend={t('referral.urgency')} value={urgency} options={optionsOf(urgencyLabels, URGENCIES, language)} onValue={setUrgency} />
      <SelectField
        label={t('referral.channel')}
        value={channel}
        options={ways.map((value) => ({ value, label: t(`referral.channel.${value}`) }))}
        onValue={setChannel}
      />
    </>
  )
}

interface FieldsProps {
  readonly plan: readonly FieldPlan[]
  readonly chosen: readonly PackageField[]
  readonly setChosen: (chosen: readonly PackageField[]) => void
  readonly texts: PackageTexts
  readonly setTexts: (texts: PackageTexts) => void
}
function FieldsToSend({ plan, chosen, setChosen, texts, setTexts }: FieldsProps) {
  const { t, language } = useWords()
  const may = plan.filter((one) => one.refusal === null)
  const not = plan.filter((one) => one.refusal !== null)
  const [first] = not
  return (
    <div className="field" role="group" aria-label={t('referral.what-goes')}>
      <strong>{t('referral.what-goes')}</strong>
      {may.map(({ field, isCoded, isKnown }) => (
        <div key={field}>
          <CheckChoice
            label={say(fieldLabels, field, language)}
            hint={t(isCoded ? (isKnown ? 'referral.coded' : 'referral.coded.unknown') : 'referral.sealed')}
            checked={chosen.includes(field)}
            onChecked={(isOn) => setChosen(isOn ? [...chosen, field] : chosen.filter((one) => one !== field))}
          />
          {!isCoded && chosen.includes(field) && (
            <LongTextField
              sealed
              label={say(fieldLabels, field, language)}
              rows={2}
              maxLength={2000}
              value={texts[field] ?? ''}
              onValue={(text) => setTexts({ ...texts, [field]: text })}
            />
          )}
        </div>
      ))}
      {first?.refusal && (
        <details>
          <summary>{t('referral.not-covered', { n: not.length })}</summary>
          <p className="small">{not.map(({ field }) => say(fieldLabels, field, language)).join(', ')}</p>
          <p className="small">{refusalText(first.refusal.code, first.refusal.facts)}</p>
        </details>
      )}
    </div>
  )
}

interface BoxesAsked {
  readonly account: string
  readonly referral: string
  readonly recipient: string
  readonly texts: PackageTexts
}
/** Nothing said in words needs no box; what is said needs somebody there who can open it. */
async function boxesFor({ account, referral, recipient, texts }: BoxesAsked): Promise<Outcome<readonly PackageBox[]>> {
  if (Object.keys(texts).length === 0) return accepted([])
  const trusted = await admitted(account, await askHolders({ organisation: recipient, capability: 'cases.receive' }))
  if (!trusted.ok) return trusted
  if (trusted.value.length === 0) return refused('receiver-without-key')
  const boxes: PackageBox[] = []
  for (const holder of trusted.value) {
    const box = await sealPackage(referral, texts, holder)
    if (!box.ok) return box
    boxes.push(box.value)
  }
  return accepted(boxes)
}
