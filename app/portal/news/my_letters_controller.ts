import type { HttpContext } from '@adonisjs/core/http'
import { noteReading } from '#app/network/news/note_reading'
import { behindWall } from '#app/portal/behind_wall'
import { myLetter, myLetters } from '#app/portal/news/my_letters'
import { found, idOf } from '#app/shared/screens/not_found'

/** What the federation published, to the people of an association. */
export default class MyLettersController {
  async index({ auth, view }: HttpContext) {
    return view.render('portal/letters', { letters: await myLetters(auth.user!.id) })
  }

  /** Reads behind the wall, then notes it: not both at once, which would hold two connections. */
  async show({ auth, params, view }: HttpContext) {
    const user = auth.user!
    const id = idOf(params.id)
    const letter = found(await behindWall(user.associationId!, () => myLetter(user.id, id)))
    if (!letter.read) await noteReading(user, id)
    return view.render('portal/letter', { letter })
  }
}
