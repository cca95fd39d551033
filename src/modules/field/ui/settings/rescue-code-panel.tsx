/* The rescue file with a code for another telephone. The code is shown once, large, and prints on a page of its own. */
import { useState } from 'react'
import type { OpenVault } from '../../../../app/field/open-vault.ts'
import type { RescueFileMade } from '../../../../app/field/rescue-file.ts'
import { Button, LinkButton } from '../../../../app/kit/button.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { saveFile } from '../../../../app/kit/save-file.ts'
import { instantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { SecretField } from '../lock/pin-pad.tsx'
import { SaidNote } from './said-note.tsx'
import { useAct } from './use-act.ts'

export function RescueCodePanel({ vault }: { readonly vault: OpenVault }) {
  const { t } = useWords()
  const [pin, setPin] = useState('')
  const [made, setMade] = useState<RescueFileMade | null>(null)
  const { busy, said, run } = useAct()
  const make = async () => {
    const file = await run(() => vault.rescueFile({ pin }), '')
    setPin('')
    if (file === null) return
    saveFile(file.name, file.file, 'application/octet-stream')
    setMade(file)
  }
  if (made?.code) return <Code name={made.name} code={made.code} written={() => setMade(null)} />
  return (
    <Panel title={t('settings.rescue')}>
      <form
        className="stack"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <p>{t('settings.rescue.explain')}</p>
        <SecretField label={t('settings.pin.old')} value={pin} onValue={setPin} />
        <SaidNote said={said} />
        <div className="form-actions">
          <Button type="submit" busy={busy} disabled={pin === ''}>
            {t('settings.rescue.go')}
          </Button>
          <LinkButton to="/field/rescue">{t('rescue.carry.link')}</LinkButton>
        </div>
      </form>
    </Panel>
  )
}

interface CodeProps {
  readonly name: string
  readonly code: string
  readonly written: () => void
}
function Code({ name, code, written }: CodeProps) {
  const { t } = useWords()
  const [when] = useState(() => instantText(new Date().toISOString()))
  return (
    <Panel title={t('settings.rescue.code')}>
      <div className="stack rescue-code">
        <output className="code">{code}</output>
        <p>{t('settings.rescue.code.file', { name, when })}</p>
        <Note tone="warn" live>
          {t('settings.rescue.code.once')}
        </Note>
        <div className="form-actions no-print">
          <Button onClick={() => window.print()}>{t('app.print')}</Button>
          <Button kind="primary" onClick={written}>
            {t('settings.rescue.written')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
