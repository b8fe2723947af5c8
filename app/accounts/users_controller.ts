import type { HttpContext } from '@adonisjs/core/http'
import { usersList } from '#app/accounts/users_list'
import { showList } from '#app/shared/screens/show_list'

/** The people who may enter. */
export default class UsersController {
  async index(ctx: HttpContext) {
    return showList(ctx, usersList, 'accounts/users')
  }
}
