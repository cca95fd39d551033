/*
For a stranger with a certificate in the hand: paste the text, give a file, or point the camera, and know in a second. All of it
happens on this device with the lists that it keeps; no code and no picture is sent anywhere. A code may also arrive in the
part of the address behind `#`, which no server sees.
*/
import { type ChangeEvent, useEffect, useState } from 'react'
import { useOnline } from '../../../../app/connection.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Camera } from '../../../../app/kit/camera.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { LongTextField } from '../../../../app/kit/field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { readPictureFile } from '../../../../app/kit/read-image.ts'
import { Loading } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { type Verification, verifyCode } from '../../domain/verify.ts'
import { browserCrypto } from '../browser-crypto.ts'
import { codeIn, numberInLink } from './code-in.ts'
import { Compare } from './compare.tsx'
import { RecordUse } from '../issuing/record-use.tsx'
import { SecurityMarks } from './security-marks.tsx'
import { ListState, RevocationNote } from './list-note.tsx'
import { useLists } from './use-lists.ts'
import { VerdictCard } from './verdict-card.tsx'
import './verify.css'

/** What the verdict says of the certificate, for the alarm of a departure under it. */
const seenAs = (verdict: string, { number, expiresOn }: { readonly number: string; readonly expiresOn: string }) => ({
  ...{ number, expiresOn },
  status: verdict === 'revoked' ? ('revoked' as const) : ('valid' as const),
})

export function VerifyScreen() {
  const { t } = useWords()
  const [online, here] = [useOnline(), useLists()]
  const [code, setCode] = useState<string | null>(codeOfAddress)
  const [answer, setAnswer] = useState<Verification | null>(null)
  const { lists } = here
  useEffect(() => {
    document.title = `${t('verify-page.title')} · ${t('app.name')}`
  }, [t])
  useEffect(() => {
    let over = false
    if (code === null || lists === null) return undefined
    const options = {
      keys: lists.trust,
      revocations: lists.revocations,
      registers: lists.registers,
      today: todayHere(),
      crypto: browserCrypto,
    }
    void verifyCode(code, options).then((found) => !over && setAnswer(found))
    return () => {
      over = true
    }
  }, [code, lists])
  const again = () => {
    setCode(null)
    setAnswer(null)
  }
  const link = code === null ? null : numberInLink(code)
  return (
    <div className="verify">
      <header>
        <h1>{t('verify-page.title')}</h1>
        {!online && <span className="small">{t('app.offline.short')}</span>}
      </header>
      {link !== null ? (
        <>
          <Note tone="warn" live>
            {t('verify-page.small-code')}
          </Note>
          <a className="btn" href={`/certificate/${link}`}>
            {t('verify-page.small-code.open', { number: link })}
          </a>
          <Button kind="primary" onClick={again}>
            {t('verify-page.again')}
          </Button>
        </>
      ) : code !== null && answer !== null ? (
        <>
          <VerdictCard answer={answer} />
          {answer.facts && <RevocationNote answer={answer} here={here} />}
          {answer.facts && <Compare facts={answer.facts} />}
          {answer.facts && <SecurityMarks code={code} />}
          {answer.facts && answer.facts.provisional !== true && <RecordUse {...seenAs(answer.verdict, answer.facts)} />}
          {answer.verdict === 'unknown-issuer' && <ListState here={here} />}
          <Button kind="primary" onClick={again} className="no-print">
            {t('verify-page.again')}
          </Button>
        </>
      ) : code !== null ? (
        <Loading />
      ) : (
        <>
          <Reader onText={(text) => setCode(codeIn(text))} />
          <ListState here={here} />
        </>
      )}
    </div>
  )
}

type Trouble = 'no-code-in-picture' | 'file-too-large'

/** Camera, file, or pasted text. */
function Reader({ onText }: { readonly onText: (text: string) => void }) {
  const { t } = useWords()
  const [camera, setCamera] = useState(false)
  const [text, setText] = useState('')
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [empty, setEmpty] = useState(false)
  const takeFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (!file) return
    setTrouble(null)
    const found = await textOfFile(file)
    if (found.text === null) setTrouble(found.trouble)
    else onText(found.text)
  }
  if (camera) return <Camera onCode={onText} onClose={() => setCamera(false)} />
  return (
    <>
      <p>{t('verify-page.explain')}</p>
      <Button kind="primary" onClick={() => setCamera(true)}>
        {t('verify-page.camera')}
      </Button>
      <label className="btn verify-file">
        {t('verify-page.file')}
        <input type="file" accept="image/*,.txt,.json,text/plain,application/json" onChange={(event) => void takeFile(event)} />
      </label>
      {trouble !== null && (
        <Note tone="warn" live>
          {t(`verify-page.trouble.${trouble}`)}
        </Note>
      )}
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setEmpty(text.trim() === '')
          if (text.trim() !== '') onText(text)
        }}
      >
        <LongTextField
          label={t('verify-page.paste')}
          hint={t('verify-page.paste.hint')}
          fault={empty ? t('verify-page.trouble.no-text') : undefined}
          value={text}
          onValue={setText}
          rows={4}
          required
        />
        <Button type="submit">{t('verify-page.check')}</Button>
      </form>
      <p className="small">{t('verify-page.private')}</p>
    </>
  )
}

const MOST_TEXT_BYTES = 500_000
const MOST_PICTURE_BYTES = 40_000_000
type FileText = { readonly text: string } | { readonly text: null; readonly trouble: Trouble }

async function textOfFile(file: File): Promise<FileText> {
  const isPicture = file.type.startsWith('image/')
  if (file.size > (isPicture ? MOST_PICTURE_BYTES : MOST_TEXT_BYTES)) return { text: null, trouble: 'file-too-large' }
  if (!isPicture) return { text: await file.text() }
  const code = await readPictureFile(file)
  return code === null ? { text: null, trouble: 'no-code-in-picture' } : { text: code }
}

function codeOfAddress(): string | null {
  const behind = location.hash.slice(1)
  if (behind === '') return null
  try {
    const code = codeIn(decodeURIComponent(behind))
    return code.startsWith('ASM') ? code : null
  } catch {
    return null
  }
}
