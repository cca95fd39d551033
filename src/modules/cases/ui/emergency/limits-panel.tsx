/* What the means of safety do not do, said where they are used; and the way to those of a telephone. */
import { AppLink } from '../../../../app/kit/button.tsx'
import { isFieldDevice } from '../../../../app/device.ts'
import { Panel } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'

export function LimitsPanel() {
  const { t } = useWords()
  return (
    <Panel title={t('shield.limits')}>
      <ul>
        <li>{t('shield.limits.duress')}</li>
        <li>{t('shield.limits.wipe')}</li>
        <li>{t('shield.limits.paper')}</li>
      </ul>
      {isFieldDevice() && <AppLink to="/field/settings">{t('shield.limits.phone')}</AppLink>}
    </Panel>
  )
}
