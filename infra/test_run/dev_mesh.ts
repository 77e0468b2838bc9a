/** The whole mesh as four real processes, for end-to-end tests. */
export interface DevMesh {}
export interface DevMeshOptions {}
export function startDevMesh(_options: DevMeshOptions = {}): Promise<DevMesh> {
  throw new Error("later");
}
