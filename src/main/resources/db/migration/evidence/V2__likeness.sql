-- What a photo looks like, in 64 bits that change little when the picture does: how a picture that
-- was handed in before is found again. Null for photos from before.
alter table evidence.photo add column likeness bigint;
