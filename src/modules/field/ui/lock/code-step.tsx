/* The officer's code: by the camera, or pasted. */
import { type FormEvent, useState } from 'react'
import { type EnrolmentCode, codeIn } from '../../../../app/field/enrol.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Camera } from '../../../../app/kit/camera.tsx'
import { LongTextField } from '../../../../app/kit/field.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'

export function CodeStep({ onCode }: { readonly onCode: (code: EnrolmentCode) => void }) {
  const { t } = useWords()
  const [camera, setCamera] = useState(false)
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const take = (said: string) => {
    const code = codeIn(said)
    setCamera(false)
    setWrong(code === null)
    if (code !== null) onCode(code)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    take(text)
  }
  return (
    <Panel title={t('enrol.code')}>
      <div className="stack">
        <p>
          {t('enrol.explain')} {t('enrol.needs-network')}
        </p>
        {camera ? (
          <Camera onCode={take} onClose={() => setCamera(false)} />
        ) : (
          <Button kind="primary" onClick={() => setCamera(true)}>
            {t('enrol.camera')}
          </Button>
        )}
        <form className="stack" noValidate onSubmit={submit}>
          <LongTextField
            label={t('enrol.paste')}
            hint={t('enrol.paste.hint')}
            fault={wrong ? t('enrol.not-a-code') : undefined}
            value={text}
            onValue={setText}
            rows={2}
          />
          <div className="form-actions">
            <Button type="submit">{t('enrol.read')}</Button>
          </div>
        </form>
      </div>
    </Panel>
  )
}
