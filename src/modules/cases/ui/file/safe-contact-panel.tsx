/*
May I call now? Said first, before any number is shown: what the person agreed to, at which hours, whether a message may be left (no, unless they said
so) and whether a word is agreed by which both know each other.
*/
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { asId } from '../../../../kernel/schema.ts'
import { type SafeContact, adviceFor } from '../../domain/case/safe-contact.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import type { SealedRef } from '../../domain/sealed-ref.ts'
import { BreachWarning } from './breach-warning.tsx'
import { isContactAgreed } from './may-contact.ts'
import { OpenVault } from './open-vault.tsx'
import { minuteOf, minuteText, readSafeWords, writeSafeWords } from './safe-words.ts'
import { SealedForm } from './sealed-form.tsx'
import type { CaseWork, OpenedText } from './use-case.ts'

/** The one that the case points to, else the last that was sealed in that place. */
function safeTextOf(work: CaseWork, texts: readonly OpenedText[]): OpenedText | null {
  const value = work.whole.file.fields.values.get('safe-contact')?.current.value
  const pointed = typeof value === 'object' && value !== null ? texts.find((one) => one.id === value.id) : undefined
  return pointed ?? texts.findLast((one) => one.slot === 'safe-contact' && !one.isReplaced) ?? null
}
export function SafeContactPanel({ work }: { readonly work: CaseWork }) {
  const { t } = useWords()
  const isAgreed = isContactAgreed({ ...work.whole, rules: work.rules }, work.now)
  return (
    <Panel title={t('safe.title')}>
      <div className="stack">
        {!isAgreed && <Note tone="red">{t('safe.because.no-consent')}</Note>}
        <OpenVault work={work} vault="identity">
          {(texts) => <Opened {...{ work, isAgreed }} text={safeTextOf(work, texts)} />}
        </OpenVault>
      </div>
    </Panel>
  )
}
function Opened({ work, text, isAgreed }: { readonly work: CaseWork; readonly text: OpenedText | null; readonly isAgreed: boolean }) {
  const { t } = useWords()
  const [editing, setEditing] = useState(false)
  const safe = text === null || text.plain === null ? { contact: null, words: '' } : readSafeWords(text.plain)
  const advice = adviceFor(safe.contact, { now: work.now, isConsented: isAgreed })
  return (
    <>
      <Note tone={advice.mayTryNow ? 'good' : 'red'}>
        <strong>{t(advice.mayTryNow ? 'safe.now' : 'safe.not-now')}</strong> {t(`safe.because.${advice.because}`)}
      </Note>
      <BreachWarning work={work} advice={advice} />
      <ul className="small">
        <li>{t(advice.mayLeaveMessage ? 'safe.message.yes' : 'safe.message.no')}</li>
        <li>{t(advice.mayOthersAnswer ? 'safe.others.yes' : 'safe.others.no')}</li>
        <li>{t(advice.askCodeWord ? 'safe.word.yes' : 'safe.word.no')}</li>
        {safe.contact?.times?.map((one) => (
          <li key={`${one.weekday} ${one.fromMinute}`}>
            {t(`safe.day.${weekdayKey(one.weekday)}`)} {minuteText(one.fromMinute)}–{minuteText(one.toMinute)}
          </li>
        ))}
      </ul>
      {safe.words !== '' && (
        <p className="case-words sealed-words" translate="no">
          {safe.words}
        </p>
      )}
      {editing ? (
        <Edit {...{ work, start: safe.words }} onDone={() => setEditing(false)} />
      ) : (
        <div className="no-print">
          <Button onClick={() => setEditing(true)}>{t('safe.edit')}</Button>
        </div>
      )}
    </>
  )
}
const DAYS = [1, 2, 3, 4, 5, 6, 7] as const
type Day = (typeof DAYS)[number]
const weekdayKey = (day: number): Day => DAYS.find((one) => one === day) ?? 1
const channels = ['phone', 'visit', 'go-between', 'none'] as const

function Edit({ work, start, onDone }: { readonly work: CaseWork; readonly start: string; readonly onDone: () => void }) {
  const { t } = useWords()
  const [channel, setChannel] = useState<SafeContact['channel']>('phone')
  const [days, setDays] = useState<readonly Day[]>([])
  const [hours, setHours] = useState({ from: '', to: '' })
  const [said, setSaid] = useState({ anyTime: false, word: false, message: false, others: false })
  const [from, to] = [minuteOf(hours.from), minuteOf(hours.to)]
  const windows = from !== null && to !== null && from < to ? days.map((weekday) => ({ weekday, fromMinute: from, toMinute: to })) : []
  const contact: SafeContact = {
    ...{ channel, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, hasCodeWord: said.word },
    ...{ mayLeaveMessage: said.message, mayOthersAnswer: said.others },
    // Not asked is not "at any time".
    ...(said.anyTime ? { times: [] } : windows.length > 0 ? { times: windows } : {}),
  }
  return (
    <SealedForm
      {...{
        work,
        vault: 'identity',
        slot: 'safe-contact',
        label: t('safe.words'),
        hint: t('safe.words.hint'),
        go: t('safe.save'),
        start,
        onDone,
      }}
      wrap={(words) => writeSafeWords({ contact, words })}
      steps={(ref) => [setSafeContact(work, ref)]}
    >
      <SelectField
        label={t('safe.channel')}
        value={channel}
        onValue={setChannel}
        options={channels.map((value) => ({ value, label: t(`safe.channel.${value}`) }))}
      />
      <CheckChoice label={t('safe.any-time')} checked={said.anyTime} onChecked={(anyTime) => setSaid({ ...said, anyTime })} />
      {!said.anyTime && (
        <>
          <div className="row tight" role="group" aria-label={t('safe.days')}>
            {DAYS.map((day) => (
              <CheckChoice
                key={day}
                label={t(`safe.day.${day}`)}
                checked={days.includes(day)}
                onChecked={(is) => setDays(is ? [...days, day].toSorted() : days.filter((one) => one !== day))}
              />
            ))}
          </div>
          <div className="field-row two">
            <TextField type="time" label={t('safe.from')} value={hours.from} onValue={(value) => setHours({ ...hours, from: value })} />
            <TextField type="time" label={t('safe.to')} value={hours.to} onValue={(value) => setHours({ ...hours, to: value })} />
          </div>
        </>
      )}
      <CheckChoice label={t('safe.word')} checked={said.word} onChecked={(word) => setSaid({ ...said, word })} />
      <CheckChoice label={t('safe.message')} checked={said.message} onChecked={(message) => setSaid({ ...said, message })} />
      <CheckChoice label={t('safe.others')} checked={said.others} onChecked={(others) => setSaid({ ...said, others })} />
    </SealedForm>
  )
}
const setSafeContact = (work: CaseWork, ref: SealedRef): OneCommand => ({
  about: 'field',
  ask: {
    ...{ step: 'set-field', field: 'safe-contact', edit: asId('case-edit', newId()), value: ref },
    basedOn: work.whole.file.fields.values.get('safe-contact')?.current.edit ?? null,
  },
})
