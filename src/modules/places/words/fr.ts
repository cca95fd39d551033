/* Les phrases des refus de ce module, et les mots des niveaux. */
export const fr = {
  'refusal.boundaries-not-geojson':
    'Ce fichier n’est pas une collection GeoJSON. Exportez les limites en GeoJSON (WGS 84), puis recommencez.',
  'refusal.boundaries-empty': 'Ce fichier ne contient aucune zone. Vérifiez l’export, puis recommencez.',
  'refusal.boundaries-damaged':
    'La zone n° {feature} du fichier ne va pas ({problem}). Rien n’a été changé ; corrigez-la, puis recommencez.',
  'refusal.area-list-not-a-table':
    'Ce fichier n’est pas une liste de zones. Il faut un CSV avec au moins « code » et « name », et « parent » pour le second niveau.',
  'refusal.area-list-damaged': 'La ligne {line} de la liste ne va pas ({problem}). Rien n’a été changé ; corrigez-la, puis recommencez.',
  'refusal.position-not-valid': 'Cette position n’est pas sur le globe. La latitude va de −90 à 90, la longitude de −180 à 180.',

  'places.level.country': 'pays',
  'places.level.province': 'province',
  'places.level.territoire': 'territoire, ville ou cité',
} as const
