import type { HttpContext } from '@adonisjs/core/http'
import { MONEY } from '#app/accounts/access'
import type { Role } from '#app/accounts/user'
import { findAll, onlyExact } from '#app/reporting/search/find_all'
import { readQuery } from '#app/reporting/search/read_query'
import { typed } from '#app/shared/screens/typed'

/** One field that finds everything that has a name, a number or an amount. */
export default class SearchController {
  async show({ auth, request, response, view }: HttpContext) {
    const query = readQuery(typed(request, 'q', 200))
    const groups = query ? await findAll(query, auth.user!.role) : []
    const only = onlyExact(groups)
    if (only) return response.redirect().status(303).toPath(only.href)
    return view.render('reporting/search', {
      query,
      groups,
      examples: examplesFor(auth.user!.role),
    })
  }
}

/** What one may type, for the role that reads. */
function examplesFor(role: Role): string[] {
  if (role === 'admin') return ['le nom ou le courriel d’une personne']
  const cases = [
    'la référence d’une saisine',
    'le nom, le code ou le SIRET d’une association (une partie du nom suffit)',
    'le nom d’un fichier importé (une partie suffit)',
  ]
  if (!(MONEY as readonly Role[]).includes(role)) return cases
  return [
    ...cases,
    'le numéro d’un relevé, la référence d’un virement, un ordre, une campagne, une convention',
    'un montant\u00a0: 1\u202f234,56 ou 1234.56',
    'les quatre derniers caractères d’un IBAN',
  ]
}
