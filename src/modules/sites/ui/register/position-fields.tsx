/* Latitude and longitude as people write them, with a comma or a point. */
import { TextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import { numberOf } from './entry-fields.ts'
import type { Identity } from './identity.ts'

export function PositionFields({
  typed,
  set,
}: {
  readonly typed: Pick<Identity, 'latitude' | 'longitude'>
  readonly set: (more: Partial<Identity>) => void
}) {
  const { t } = useWords()
  const fault = (text: string, most: number): string | undefined => {
    const value = numberOf(text)
    return text.trim() === '' || (value !== null && Math.abs(value) <= most) ? undefined : t('register.unread.degrees', { most })
  }
  return (
    <>
      <TextField
        label={t('register.latitude')}
        hint={t('register.latitude.hint')}
        value={typed.latitude}
        onValue={(latitude) => set({ latitude })}
        inputMode="text"
        fault={fault(typed.latitude, 90)}
      />
      <TextField
        label={t('register.longitude')}
        hint={t('register.longitude.hint')}
        value={typed.longitude}
        onValue={(longitude) => set({ longitude })}
        inputMode="text"
        fault={fault(typed.longitude, 180)}
      />
    </>
  )
}
