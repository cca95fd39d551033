/* What each module lets a telephone do without network: one line per module that has such a part. */
import { bagsOffline } from '../../modules/custody/ui/offline/part.ts'
import { casesOffline } from '../../modules/cases/ui/offline/cases-part.ts'
import { signalsOffline } from '../../modules/cases/ui/offline/signals-part.ts'
import { warningsOffline } from '../../modules/conflict/ui/offline/part.ts'
import { provisionalOffline } from '../../modules/certificates/ui/offline/part.ts'
import { incidentsOffline } from '../../modules/incidents/ui/offline/part.ts'
import { mobilityOffline } from '../../modules/mobility/ui/offline/part.ts'
import { sheetsOffline } from '../../modules/outreach/ui/offline/part.ts'
import { inspectionsOffline } from '../../modules/sites/ui/offline/part.ts'
import type { OfflinePart } from './offline-part.ts'

export const offlineParts: readonly OfflinePart[] = [
  inspectionsOffline,
  bagsOffline,
  incidentsOffline,
  mobilityOffline,
  provisionalOffline,
  sheetsOffline,
  signalsOffline,
  warningsOffline,
  casesOffline,
]
