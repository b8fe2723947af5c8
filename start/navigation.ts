import router from '@adonisjs/core/services/router'
import { accessOf } from '#app/accounts/access'
import type { Role } from '#app/accounts/user'

/** The rail: where each entry leads. Who sees it follows from what its route declares. */
const ENTRIES = [
  ['', [['/', 'Accueil']]],
  [
    'Mon association',
    [
      ['/mon-association', 'En bref'],
      ['/mes-fiches', 'Fiches retour'],
      ['/mes-paiements', 'Paiements'],
      ['/mes-reclamations', 'Réclamations'],
      ['/mes-coordonnees', 'Coordonnées'],
      ['/lettres', 'Lettres du réseau'],
      ['/rendez-vous', 'Rendez-vous'],
      ['/mes-actions', 'Actions de sensibilisation'],
      ['/mes-messages', 'Messages'],
      ['/mes-acces', 'Accès du logiciel'],
    ],
  ],
  [
    'Dossiers',
    [
      ['/saisines', 'Saisines'],
      ['/fiches', 'Fiches retour'],
      ['/imports', 'Imports'],
      ['/rapprochement', 'Rapprochement'],
    ],
  ],
  [
    'Règlement',
    [
      ['/campagnes', 'Campagnes'],
      ['/regularisations', 'Régularisations'],
      ['/releves', 'Relevés'],
      ['/ordres', 'Ordres de virement'],
      ['/reponses-banque', 'Réponses de la banque'],
      ['/reclamations', 'Réclamations'],
    ],
  ],
  [
    'Référentiel',
    [
      ['/conventions', 'Conventions'],
      ['/associations', 'Associations'],
      ['/coordonnees-bancaires', 'Coordonnées bancaires'],
      ['/propositions', 'Mises à jour proposées'],
      ['/departements', 'Couverture du territoire'],
    ],
  ],
  [
    'Vie du réseau',
    [
      ['/publications', 'Publications'],
      ['/rendez-vous-reseau', 'Rendez-vous'],
      ['/actions', 'Actions de sensibilisation'],
    ],
  ],
  [
    'Comptabilité',
    [
      ['/versements', 'Versements reçus'],
      ['/ecritures', 'Écritures'],
      ['/balance', 'Balance'],
      ['/lettrage', 'Lettrage'],
      ['/emploi-des-fonds', 'Emploi des fonds'],
      ['/fin-exercice', 'Fin d’exercice'],
      ['/clotures', 'Clôtures'],
      ['/reglages-comptables', 'Réglages comptables'],
    ],
  ],
  [
    'Suivi',
    [
      ['/tableau-de-bord', 'Tableau de bord'],
      ['/rapports', 'Rapports'],
      ['/journal', 'Journal'],
      ['/reglages', 'Réglages'],
      ['/utilisateurs', 'Utilisateurs'],
      ['/acces', 'Journal des accès'],
      ['/courriels', 'Courriels'],
      ['/conservation', 'Conservation'],
      ['/installation', 'Installation'],
      ['/aide', 'Aide'],
    ],
  ],
] as const

export interface RailGroup {
  title: string
  links: { href: string; label: string; current: boolean }[]
}

let readers: Map<string, readonly Role[]> | undefined

/** The rail of a role, with the entry of the page that is shown. */
export function navigation(role: Role, path: string): RailGroup[] {
  readers ??= rolesByPath()
  return ENTRIES.map(([title, links]) => ({
    title,
    links: links
      .filter(([href]) => readers!.get(href)?.includes(role))
      .map(([href, label]) => ({
        href,
        label,
        current: href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`),
      })),
  })).filter(({ links }) => links.length > 0)
}

function rolesByPath(): Map<string, readonly Role[]> {
  const found = new Map<string, readonly Role[]>()
  for (const route of Object.values(router.toJSON()).flat()) {
    if (!route.methods.includes('GET')) continue
    const access = accessOf([...route.middleware.all()])
    if (access && access !== 'public' && access !== 'api') found.set(route.pattern, access)
  }
  return found
}
