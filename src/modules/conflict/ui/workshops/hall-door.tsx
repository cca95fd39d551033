/* The door of the hall for telephones: address and code in letters that are read from the back, and a QR code of both. Where the program was not started for a hall, how it is. */
import { QrCode } from '../../../../app/kit/qr-code.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import type { WorkshopShown } from '../../contract-workshops.ts'
import './workshops.css'

/** The command that starts the program for a hall; written as it is typed. */
const START = 'npm start -- --hall'
type Hall = NonNullable<WorkshopShown['hall']>

export function HallDoor({ hall, size = 240 }: { readonly hall: Hall; readonly size?: number }) {
  const { t } = useWords()
  const [first, ...others] = hall.addresses
  return (
    <div className="workshop-door">
      {first !== undefined && <QrCode text={`${first}/hall/${hall.code}`} label={t('workshop.door.qr', { code: hall.code })} size={size} />}
      <div className="workshop-door-words">
        {first === undefined ? (
          <Note>
            {t('workshop.door.not-started')} <code style={{ whiteSpace: 'nowrap' }}>{START}</code>
          </Note>
        ) : (
          <p>
            {t('workshop.door.address')} <b className="workshop-address">{first}/hall</b>
          </p>
        )}
        <p>
          {t(first === undefined ? 'workshop.door.code-alone' : 'workshop.door.code')}{' '}
          <b className="workshop-code">{`${hall.code.slice(0, 4)} ${hall.code.slice(4)}`}</b>
        </p>
        {others.length > 0 && <p className="small">{t('workshop.door.others', { addresses: others.map((one) => `${one}/hall`) })}</p>}
      </div>
    </div>
  )
}
