import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { goBack } from '#app/shared/screens/back_path'
import { idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'
import { refuse } from '#app/shared/result'

/** Lists as a person likes to see them, each under a name. */
export default class SavedViewsController {
  async store(ctx: HttpContext) {
    const name = typed(ctx.request, 'name', 60)
    const query = typed(ctx.request, 'query', 2000)
    const list = typed(ctx.request, 'list', 60)
    if (name === '' || !query.startsWith('?')) {
      return refuseBack(
        ctx,
        refuse('VUE_SANS_NOM', 'La vue n’a pas de nom.', 'Écrivez-en un, court.')
      )
    }
    await db
      .knexQuery()
      .table('saved_views')
      .insert({ user_id: ctx.auth.user!.id, list, name, query })
      .onConflict(['user_id', 'list', 'name'])
      .merge({ query })
    say(ctx, `Vue «\u00a0${name}\u00a0» enregistrée.`)
    return goBack(ctx)
  }

  async destroy(ctx: HttpContext) {
    await db
      .from('saved_views')
      .where({ id: idOf(ctx.params.id), user_id: ctx.auth.user!.id })
      .delete()
    say(ctx, 'Vue effacée.')
    return goBack(ctx)
  }
}
