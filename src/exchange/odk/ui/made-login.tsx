/* The one time that a password of Collect is seen: as the code that the telephone reads, and in words for who types. */
import { Button } from '../../../app/kit/button.tsx'
import { Pairs } from '../../../app/kit/pairs.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { QrCode } from '../../../app/kit/qr-code.tsx'
import { useWords } from '../../../app/words.ts'
import type { MadeCollectLogin } from '../desk-words.ts'

export function MadeLogin({ made, onDone }: { readonly made: MadeCollectLogin; readonly onDone: () => void }) {
  const { t } = useWords()
  return (
    <Panel title={t('collect.made')}>
      <div className="stack">
        <p>{t('collect.made.steps')}</p>
        <QrCode text={made.qr} label={t('collect.made.label')} size={320} />
        <p className="small">{t('collect.made.by-hand')}</p>
        <Pairs
          lines={[
            [t('collect.made.server'), <code key="server">{made.serverUrl}</code>],
            [t('collect.made.user'), <code key="user">{made.user}</code>],
            [t('collect.made.password'), <code key="password">{made.password}</code>],
          ]}
        />
        <Note>{t('collect.made.careful')}</Note>
        <div className="form-actions">
          <Button onClick={onDone}>{t('collect.made.done')}</Button>
        </div>
      </div>
    </Panel>
  )
}
