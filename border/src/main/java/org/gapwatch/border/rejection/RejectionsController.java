package org.gapwatch.border.rejection;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.gapwatch.border.FrontService;
import org.gapwatch.border.entity.EntityQuery;
import org.gapwatch.service.projection.Projected;
import org.gapwatch.service.web.Cursor;
import org.gapwatch.service.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the rejections of this service, newest first. */
@RestController
class RejectionsController {

    record Item(@JsonValue @JsonRawValue String json) {
    }

    record Page(List<Item> items, @Nullable String next) {
    }

    private final MongoCollection<Document> rejections;

    RejectionsController(FrontService service, MongoDatabase database) {
        this.rejections = database.getCollection(RejectionProjection.collection(service));
    }

    @GetMapping("/api/rejections")
    Page list(@RequestParam(required = false) @Nullable String source, @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (limit < 1 || limit > EntityQuery.MOST) {
            throw Problems.badParameter("limit",
                    "limit is " + limit + ", but must be 1 to " + EntityQuery.MOST + ".");
        }
        String list = "rejections " + source;
        List<Bson> filters = new ArrayList<>(List.of(Projected.LIVE));
        if (source != null) {
            filters.add(Filters.eq(RejectionProjection.SOURCE, source));
        }
        if (cursor != null) {
            filters.add(Filters.lt("_id", Cursor.keys(list, cursor).getFirst()));
        }
        List<Document> found = rejections.find(Filters.and(filters)).sort(Sorts.descending("_id")).limit(limit + 1)
                .into(new ArrayList<>());
        List<Document> page = found.size() > limit ? found.subList(0, limit) : found;
        String next = found.size() > limit ? Cursor.after(list, page.getLast().getString("_id")) : null;
        return new Page(page.stream().map(each -> new Item(each.getString(RejectionProjection.JSON))).toList(), next);
    }
}
