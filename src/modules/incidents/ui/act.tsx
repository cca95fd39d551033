/* An act on a file that asks for one text: its reason, its note, what shows it. */
import { type ReactNode, useState } from 'react'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { LongTextField } from '../../../app/kit/field.tsx'
import { useWords } from '../../../app/words.ts'

interface TextActProps {
  readonly title: string
  readonly explain: string
  readonly path: string
  readonly label: string
  /** What is sent with the text; `null` while other fields are not complete. */
  readonly data: (said: string) => object | null
  readonly onDone: () => void
  readonly optional?: boolean
  readonly kind?: 'primary' | 'danger' | 'plain'
  readonly most?: number
  readonly children?: ReactNode
}
export function TextAct({
  title,
  explain,
  path,
  label,
  data,
  onDone,
  optional = false,
  kind = 'plain',
  most = 1_000,
  children,
}: TextActProps) {
  const { t } = useWords()
  const [said, setSaid] = useState('')
  const text = said.trim()
  return (
    <ActDialog
      {...{ title, explain, path, kind }}
      go={t('incident-act.go')}
      data={text === '' && !optional ? null : data(text)}
      onDone={() => {
        setSaid('')
        onDone()
      }}
    >
      {children}
      <LongTextField label={label} value={said} onValue={setSaid} maxLength={most} required={!optional} />
    </ActDialog>
  )
}
export const noteOf = (said: string): object => (said === '' ? {} : { note: said })
