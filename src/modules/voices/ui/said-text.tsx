/*
One text of a report. Telephone numbers in it are hidden until somebody asks to see them, which is written down; a voice note is heard the same
way; a text that endangers somebody can be erased for good.
*/
import { useEffect, useState } from 'react'
import { ask, askFile } from '../../../app/api.ts'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { Button } from '../../../app/kit/button.tsx'
import { SelectField } from '../../../app/kit/field.tsx'
import { Note } from '../../../app/kit/panel.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import { useWords } from '../../../app/words.ts'
import type { VoiceDetail } from '../contract.ts'

type Said = VoiceDetail['texts'][number]
interface Props {
  readonly one: Said
  readonly voice: VoiceDetail
  readonly again: () => void
}
/** What a message without words leaves: `[audio]`, `[image]`. */
const unheard = ({ kind, text }: Said): string | null => (kind === 'report' ? (/^\[(\w+)\]$/.exec(text)?.[1] ?? null) : null)

export function SaidText({ one, voice, again }: Props) {
  const { t } = useWords()
  const [shown, setShown] = useState<string | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  const reveal = () =>
    ask<{ readonly text: string }>(`/api/voices/${voice.id}/texts/${one.id}`).then(({ data }) => setShown(data.text), setFault)
  const missing = unheard(one)
  const hasSound = voice.texts.some((other) => other.kind === 'sound')
  return (
    <div>
      <strong>{t(`voice.kind.${one.kind}`)}</strong>{' '}
      <span className="small">
        <DateText date={one.onDay} />
      </span>
      {one.kind === 'sound' ? (
        <Sound path={`/api/voices/${voice.id}/sounds/${one.id}`} />
      ) : missing === null ? (
        <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{shown ?? one.text}</p>
      ) : (
        !hasSound && <Note>{missing === 'audio' ? t('voice.sound.none') : t('voice.unread', { kind: missing })}</Note>
      )}
      {one.hidden > 0 && shown === null && (
        <Note>
          {t('voice.hidden', { n: one.hidden })}
          <br />
          <Button kind="plain" onClick={() => void reveal()}>
            {t('voice.reveal')}
          </Button>
        </Note>
      )}
      {one.hidden === 0 && one.text.includes('[…]') && <p className="small">{t('voice.own-number')}</p>}
      {fault !== null && <ErrorState error={fault} />}
      {voice.mayErase && <Erase {...{ one, voice, again }} />}
    </div>
  )
}

function Sound({ path }: { readonly path: string }) {
  const { t } = useWords()
  const [address, setAddress] = useState<string | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  useEffect(() => () => void (address !== null && URL.revokeObjectURL(address)), [address])
  const play = () => askFile(path, new AbortController().signal).then((blob) => setAddress(URL.createObjectURL(blob)), setFault)
  return (
    <p>
      {address === null ? (
        <Button kind="plain" onClick={() => void play()}>
          {t('voice.sound.play')}
        </Button>
      ) : (
        // What was said is in no other words than these.
        // oxlint-disable-next-line jsx-a11y/media-has-caption
        <audio controls src={address} />
      )}
      {fault !== null && <ErrorState error={fault} />}
    </p>
  )
}

const REASONS = ['endangers', 'names-a-person', 'not-a-report'] as const
function Erase({ one, voice, again }: Props) {
  const { t } = useWords()
  const [because, setBecause] = useState<string>('endangers')
  return (
    <span className="no-print">
      <ActDialog
        {...{ title: t('voice.erase'), explain: t('voice.erase.explain'), go: t('voice.erase.go'), kind: 'danger' }}
        {...{ path: `/api/voices/${voice.id}/erasures`, data: { text: one.id, because }, onDone: again }}
      >
        <SelectField
          label={t('voice.erase.because')}
          value={because}
          options={REASONS.map((value) => ({ value, label: t(`voice.erase.${value}`) }))}
          onValue={setBecause}
        />
      </ActDialog>
    </span>
  )
}
