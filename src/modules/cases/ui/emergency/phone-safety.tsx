/* On a telephone, from every screen of files: the way to what empties it. At a desk there is nothing to empty. */
import { isFieldDevice } from '../../../../app/device.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { useWords } from '../../../../app/words.ts'

export function PhoneSafety() {
  const { t } = useWords()
  if (!isFieldDevice()) return null
  return (
    <p className="small no-print">
      <AppLink to="/field/settings">
        {t('settings.travel')} · {t('settings.erase')}
      </AppLink>
    </p>
  )
}
