import { describe, expect, it } from "vitest";
import { requestOf } from "./project-form";

describe("a project as it is typed", () => {
  it("is sent in yuan and square metres, and what was left empty as unknown", () => {
    const request = requestOf({ name: "减速器项目", investor: "示例投资", agreed: 12345.67, areaMin: 30, price: 18.5, takes: ["land"], reason: "招商" });

    expect(request.agreedYuan).toBe(123456700);
    expect(request.arrivedYuan).toBeNull();
    expect(request.needs).toMatchObject({ takesLand: true, takesFloor: false, areaMinSquareMetres: 20000, areaMaxSquareMetres: null, pricePerMuMaxYuan: 185000 });
  });

  it("leaves out what was asked of a kind of site that will not do", () => {
    const request = requestOf({ name: "a", investor: "b", takes: ["floor"], areaMin: 30, floorMin: 1500, rent: 12, reason: "c" });

    expect(request.needs).toMatchObject({ takesLand: false, areaMinSquareMetres: null, floorAreaMinSquareMetres: 1500, rentMaxYuan: 12 });
  });
});
