insert overwrite table orders_dw.ads_top_products partition (dt='${bizdate}')
select  stat_key, user_id, status, amount, created_at
from    orders_dw.dws_product_1d
where   dt = '${bizdate}';
