/* What a desk may do with a report: answer, open an incident in its own words, link, settle, reopen, keep further bodies out. */
import { useState } from 'react'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { LongTextField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { useWords } from '../../../app/words.ts'
import type { VoiceDetail } from '../contract.ts'
import { IncidentAct } from './incident-act.tsx'
import { KINDS, kindText } from './voice-words.ts'

interface Props {
  readonly voice: VoiceDetail
  readonly again: () => void
}
export function Acts({ voice, again }: Props) {
  return (
    <Panel>
      <div className="row">
        <AnswerAct voice={voice} again={again} />
        {voice.state === 'waiting' ? (
          <>
            <IncidentAct voice={voice} again={again} />
            <LinkAct voice={voice} again={again} />
            <SettleAct voice={voice} again={again} />
          </>
        ) : (
          <ReopenAct voice={voice} again={again} />
        )}
        <NameAct voice={voice} again={again} />
      </div>
    </Panel>
  )
}

const shared = (voice: VoiceDetail, thing: string, again: () => void) => ({ path: `/api/voices/${voice.id}/${thing}`, onDone: again })

function AnswerAct({ voice, again }: Props) {
  const { t } = useWords()
  const [text, setText] = useState('')
  return (
    <ActDialog
      {...shared(voice, 'answers', again)}
      title={t('voice.answer')}
      explain={t('voice.answer.explain')}
      go={t('voice.answer.go')}
      data={text.trim() === '' ? null : { text }}
    >
      <LongTextField label={t('voice.answer.text')} value={text} onValue={setText} maxLength={1000} />
    </ActDialog>
  )
}

function LinkAct({ voice, again }: Props) {
  const { t } = useWords()
  const [incident, setIncident] = useState('')
  return (
    <ActDialog
      {...shared(voice, 'triages', again)}
      title={t('voice.link')}
      explain={t('voice.link.explain')}
      go={t('voice.link.go')}
      data={incident.trim() === '' ? null : { result: 'taken-up', incident: incident.trim().replace(/^.*\//, '') }}
      kind="plain"
    >
      <TextField label={t('voice.link.id')} value={incident} onValue={setIncident} />
    </ActDialog>
  )
}

const RESULTS = ['unfounded', 'duplicate', 'referred'] as const
function SettleAct({ voice, again }: Props) {
  const { t } = useWords()
  const [result, setResult] = useState<string>('unfounded')
  const [note, setNote] = useState('')
  return (
    <ActDialog
      {...shared(voice, 'triages', again)}
      title={t('voice.settle')}
      explain={t('voice.settle.explain')}
      go={t('voice.settle.go')}
      data={note.trim() === '' ? null : { result, note }}
      kind="plain"
    >
      <SelectField
        label={t('voice.settle.result')}
        value={result}
        options={RESULTS.map((value) => ({ value, label: t(`voices.state.${value}`) }))}
        onValue={setResult}
      />
      <LongTextField label={t('voice.settle.note')} value={note} onValue={setNote} maxLength={1000} />
    </ActDialog>
  )
}

function ReopenAct({ voice, again }: Props) {
  const { t } = useWords()
  const [note, setNote] = useState('')
  return (
    <ActDialog
      {...shared(voice, 'triages', again)}
      title={t('voice.reopen')}
      explain={t('voice.reopen.explain')}
      go={t('voice.reopen.go')}
      data={note.trim() === '' ? null : { result: 'reopened', note }}
      kind="plain"
    >
      <LongTextField label={t('voice.settle.note')} value={note} onValue={setNote} maxLength={1000} />
    </ActDialog>
  )
}

function NameAct({ voice, again }: Props) {
  const { t } = useWords()
  const [kind, setKind] = useState('')
  return (
    <ActDialog
      {...shared(voice, 'names', again)}
      title={t('voice.name')}
      explain={t('voice.name.explain')}
      go={t('voice.name.go')}
      data={kind === '' ? null : { organisations: [], kinds: [kind] }}
      kind="plain"
    >
      <SelectField
        label={t('voice.name.kind')}
        value={kind}
        options={[{ value: '', label: t('voice.name.choose') }, ...KINDS.map((value) => ({ value, label: kindText(value) }))]}
        onValue={setKind}
      />
    </ActDialog>
  )
}
