/* A name and an icon that say nothing, with what that does not protect from. */
import { useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { isNeutral, setNeutral } from '../../../../app/neutral-name.ts'
import { useWords } from '../../../../app/words.ts'

export function NamePanel() {
  const { t } = useWords()
  const [neutral, setShown] = useState(() => isNeutral())
  const change = () => {
    setNeutral(!neutral)
    setShown(!neutral)
  }
  return (
    <Panel title={t('settings.name')}>
      <div className="stack">
        <p>{t('settings.name.explain')}</p>
        <div className="form-actions">
          <Button onClick={change}>{t(neutral ? 'settings.name.off' : 'settings.name.on')}</Button>
        </div>
      </div>
    </Panel>
  )
}
