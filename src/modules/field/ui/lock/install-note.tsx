/* Puts the app on the home screen, where the browser offers it; else says how it is done by hand. */
import { isInstalled, useInstall } from '../../../../app/install.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'

export function InstallNote() {
  const { t } = useWords()
  const install = useInstall()
  if (isInstalled()) return null
  return (
    <Note tone="calm">
      <div className="stack" style={{ gap: 8 }}>
        <p>
          {t('phone.install.explain')} {install === null && t('phone.install.by-hand')}
        </p>
        {install && (
          <div>
            <Button onClick={() => void install()}>{t('phone.install')}</Button>
          </div>
        )}
      </div>
    </Note>
  )
}
