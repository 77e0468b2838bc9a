/** Where everything that belongs to one customer lies: each of its rows, in whatever table, has these two. */
export interface CustomerPlace {
  readonly teamId: string;
  readonly customerId: string;
}
