import { photoResponse } from "#platform/photos/read-photo.ts";

/** `/photo/{id}/640.webp` */
export async function GET(_: Request, { params }: { params: Promise<{ photo: string; file: string }> }): Promise<Response> {
  const { photo, file } = await params;
  return photoResponse(photo, file);
}
