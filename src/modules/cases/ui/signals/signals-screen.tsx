/*
Signals: a form without any field for words, and below it what one may read: one's own to who sends from a desk, all to the protection team, months
and areas to monitoring. On a telephone, which may be searched, who only sends reads nothing back: a receipt, until the page is left.
*/
import { type FormEvent, useState } from 'react'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { fieldHand, isTelephone } from '../../../../app/device.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice, Choice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import { identificationRules } from '../../domain/identification/identification-rules.ts'
import { say } from '../../domain/label.ts'
import { siteEventLabels } from '../../domain/identification/labels-form.ts'
import { siteEventTypes } from '../../domain/identification/site-events.ts'
import type { Signals } from '../../domain/signals/signal-answers.ts'
import { signalChannels, signalSources } from '../../domain/signals/signal-lists.ts'
import { signalChannelLabels, signalSourceLabels } from '../../domain/signals/signal-labels.ts'
import { PlaceChoice } from './place-choice.tsx'
import { type SignalReceipt, type SignalTexts, blankSignal, mayReadBack, receiptOf, signalOf } from './signal-form.ts'
import { SignalList } from './signal-list.tsx'

export function SignalsScreen() {
  const { t } = useWords()
  const me = useMe().data
  const reads = me !== undefined && mayReadBack(me, isTelephone())
  const { answer, data, error, loading, again } = useAnswer<Signals>(reads ? '/api/signals' : null)
  const [sent, setSent] = useState<SignalReceipt | null>(null)
  return (
    <Page title={t('signals.title')} under={t('signals.under')} answer={answer}>
      {mayOpen('cases.signal', me) &&
        (sent ? <Sent receipt={sent} told={!reads} again={() => setSent(null)} /> : <SignalForm onSent={setSent} />)}
      {reads && loading && <Loading />}
      {error && fieldHand() === null && <ErrorState error={error} again={again} />}
      {reads && data && <SignalList signals={data} />}
      {me !== undefined && !reads && <p className="small">{t('signals.write-only')}</p>}
      <Source>{t('signals.rule', { days: identificationRules.siteDelayDays.value })}</Source>
    </Page>
  )
}
interface SentProps {
  readonly receipt: SignalReceipt
  readonly told: boolean
  readonly again: () => void
}
/** Gone when the page is left: a telephone keeps nothing of what was sent. */
function Sent({ receipt, told, again }: SentProps) {
  const { t, language } = useWords()
  return (
    <div className="stack">
      <Note tone="good" live>
        {t(fieldHand() === null ? 'signals.sent' : 'signals.sent.offline')}
      </Note>
      {told && (
        <p>
          {receipt.types.map((type) => say(siteEventLabels, type, language)).join(', ')} · <DateText date={receipt.day} />
        </p>
      )}
      <div className="form-actions">
        <Button onClick={again}>{t('signals.another')}</Button>
      </div>
    </div>
  )
}

function SignalForm({ onSent }: { readonly onSent: (receipt: SignalReceipt) => void }) {
  const { t } = useWords()
  const [texts, setTexts] = useState<SignalTexts>({ ...blankSignal, channel: fieldHand() === null ? '' : 'site-visit', day: todayHere() })
  const { send, sending, error } = useCommand('/api/signals')
  const set = (part: Partial<SignalTexts>) => setTexts((before) => ({ ...before, ...part }))
  const data = signalOf(texts)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const receipt = data === null ? null : await send(data).catch(() => null)
    if (receipt !== null) onSent(receiptOf(texts))
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <Note>{t('signals.danger')}</Note>
      <div className="columns">
        <Panel title={t('signals.new')}>
          <div className="stack">
            <What texts={texts} set={set} />
          </div>
        </Panel>
        <Panel>
          <div className="stack">
            <How texts={texts} set={set} />
          </div>
        </Panel>
      </div>
      {error && <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" type="submit" busy={sending} disabled={data === null}>
          {t('signals.send')}
        </Button>
      </div>
    </form>
  )
}

interface PartProps {
  readonly texts: SignalTexts
  readonly set: (part: Partial<SignalTexts>) => void
}
function What({ texts, set }: PartProps) {
  const { t, language } = useWords()
  return (
    <>
      <div className="field" role="group" aria-label={t('signals.types')}>
        <strong>{t('signals.types')}</strong>
        <span className="hint">{t('signals.types.hint')}</span>
        <div className="choices">
          {siteEventTypes.map((one) => (
            <CheckChoice
              key={one}
              label={say(siteEventLabels, one, language)}
              checked={texts.types.includes(one)}
              onChecked={(is) => set({ types: is ? [...texts.types, one] : texts.types.filter((other) => other !== one) })}
            />
          ))}
        </div>
      </div>
      <PlaceChoice value={texts} onValue={set} />
    </>
  )
}
function How({ texts, set }: PartProps) {
  const { t, language } = useWords()
  return (
    <>
      <Choice
        legend={t('signals.source')}
        value={texts.source}
        options={signalSources.map((value) => ({ value, label: say(signalSourceLabels, value, language) }))}
        onValue={(source) => set({ source })}
      />
      <Choice
        legend={t('signals.channel')}
        value={texts.channel}
        options={signalChannels.map((value) => ({ value, label: say(signalChannelLabels, value, language) }))}
        onValue={(channel) => set({ channel })}
      />
      <DateField
        label={t('signals.day')}
        hint={t('signals.day.hint')}
        value={texts.day}
        max={todayHere()}
        onValue={(day) => set({ day })}
        required
      />
    </>
  )
}
