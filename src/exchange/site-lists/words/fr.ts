/* Ce qui ne va pas dans une liste de sites : le fichier entier (list-…) ou une ligne (row-…). */
export const fr = {
  'refusal.no-such-list':
    'Cette liste n’est plus là (elle est gardée un mois), ou une autre personne l’a envoyée. Envoyez le fichier à nouveau.',
  'refusal.list-empty': 'Le fichier est vide. Vérifiez l’export, puis renvoyez-le ; rien n’a été écrit.',
  'refusal.list-is-a-workbook':
    'C’est un classeur Excel, pas une liste. Dans Excel : Fichier, Enregistrer sous, « CSV UTF-8 », puis envoyez ce fichier-là.',
  'refusal.list-not-text': 'Ce fichier n’est ni un CSV ni un GeoJSON. Exportez la liste en CSV, puis renvoyez-la.',
  'refusal.list-quote-open':
    'Un guillemet ouvert à la ligne {line} n’est jamais fermé : les lignes suivantes sont illisibles. Fermez-le ou retirez-le, puis renvoyez.',
  'refusal.list-too-long': 'Ce fichier a {rows} lignes ; on en prend {most} au plus. Partagez-le en plusieurs fichiers.',
  'refusal.list-heading-twice': 'Deux colonnes s’appellent « {column} ». Renommez l’une d’elles, puis renvoyez.',
  'refusal.list-one-column':
    'Une seule colonne a été trouvée (« {found} »). Séparez les colonnes par des virgules, des points-virgules ou des tabulations, puis renvoyez.',
  'refusal.list-not-geojson': 'Ce fichier commence comme un GeoJSON mais n’est pas lisible. Exportez-le à nouveau, puis renvoyez-le.',
  'refusal.list-not-collection':
    'Ce GeoJSON est un « {type} », pas une collection (FeatureCollection). Exportez toute la couche, puis renvoyez.',
  'refusal.list-other-projection':
    'Ce GeoJSON est dans une autre projection ({name}). Exportez-le en WGS 84 (EPSG:4326), puis renvoyez-le.',
  'refusal.list-no-such-column':
    'La colonne « {column} » n’est pas dans le fichier. Ses colonnes sont : {columns}. Choisissez-en une autre.',
  'refusal.list-column-twice': 'La colonne « {column} » sert deux fois. Donnez à chaque colonne un seul sens.',
  'refusal.list-field-needed':
    'Dites quelle colonne tient le champ {field} : sans le code et le nom du site, aucune ligne ne peut être prise.',
  'refusal.list-no-such-field': 'Le champ « {field} » n’existe pas. Les champs sont : {fields}.',
  'refusal.list-day-in-the-future': 'La date de la liste est dans l’avenir. Donnez le jour où elle a été établie.',

  'refusal.list-needs-a-registrar':
    'Vous pouvez essayer une liste, pas l’écrire au registre. Demandez au Ministère, à la Division des Mines ou au Cadastre de la lancer.',

  'refusal.row-uneven': 'Cette ligne a {found} cellules au lieu de {wanted}. Cherchez un séparateur de trop ou un guillemet oublié.',
  'refusal.row-needed': 'Cette cellule est vide : il faut le code et le nom du site.',
  'refusal.row-too-long': 'Ce texte est trop long ; {most} lettres au plus.',
  'refusal.row-key-twice': 'Le code {found} est déjà à la ligne {line}. Un code, un site : corrigez l’un des deux.',
  'refusal.row-not-degrees': '« {found} » n’est pas une coordonnée. Écrivez par exemple −2,0601 ou 2°03’36"S.',
  'refusal.row-half-a-position': 'Il manque la latitude ou la longitude. Donnez les deux, ou aucune.',
  'refusal.row-not-on-the-globe':
    'Latitude {latitude}, longitude {longitude} : ce point n’est pas sur le globe. Est-ce une autre projection (UTM) ? Donnez des degrés.',
  'refusal.row-turned':
    'Latitude {latitude}, longitude {longitude} : hors du pays ({country}), mais dedans si on les échange. Vérifiez quelle colonne est la latitude.',
  'refusal.row-outside-country':
    'Latitude {latitude}, longitude {longitude} : ce point est hors du pays ({country}). Vérifiez le signe et les chiffres.',
  'refusal.row-mineral-unknown': '« {found} » n’est pas un minerai connu. Écrivez or, cassitérite, coltan, wolframite ou autre.',
  'refusal.row-activity-unknown': '« {found} » : écrivez actif, inactif, abandonné ou inconnu.',
  'refusal.row-not-a-day': '« {found} » n’est pas une date. Écrivez 2026-11-21 ou 21/11/2026.',
  'refusal.row-in-the-future': '« {found} » est dans l’avenir. Corrigez la date.',
  'refusal.row-not-a-count': '« {found} » n’est pas un nombre entier. Écrivez par exemple 120 ; laissez vide ce qui n’a pas été compté.',
  'refusal.row-not-a-number': '« {found} » n’est pas un nombre. Écrivez par exemple 12,5.',
  'refusal.row-not-yes-or-no': '« {found} » : écrivez oui, non ou inconnu.',
  'refusal.row-access-unknown': '« {found} » : écrivez voiture, moto, pied, pirogue ou aucun.',
  'refusal.row-scheme-unknown': '« {found} » n’est pas un système de traçabilité connu. Écrivez iTSCi, RCS, iTOA, autre ou aucun.',
  'refusal.row-geometry-not-taken': 'Cette forme ({type}) n’est pas prise. Donnez un point ou un polygone d’un seul tenant.',
} as const
