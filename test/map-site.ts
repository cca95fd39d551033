/* A site as the map reads it, of which nothing is known beside its place; tests say what is. */
import type { MapSite } from '../src/modules/sites/ui/map/map-sites.ts'

export const blankMapSite: MapSite = {
  id: '0',
  name: 'Mlima Saba',
  nationalId: 'xl-1',
  longitude: 21,
  latitude: -2,
  province: null,
  territoire: null,
  minerals: [],
  shown: 'none',
  basis: 'none',
  until: null,
  lapsedOn: null,
  held: false,
  order: null,
  workers: null,
  workersOn: null,
  interference: null,
  interferenceOn: null,
  armed: [],
  services: null,
  servicesOn: null,
  scheme: null,
  schemeOn: null,
  lastVisitOn: null,
}
